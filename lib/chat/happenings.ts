/**
 * What happened in a chat beside what was said, as the platform's own stream tells it: who paid, who was restricted and by whom,
 * what was hidden, what is pinned, how the chat was set. It is kept while the page shows the chat, and written down nowhere.
 */
import type { ChatMessage, Paid } from './message.ts';
import { type ChatMode, isSameMode } from './mode.ts';
import type { ChatNews, Named } from './news.ts';
import { RecentMessages } from './recent.ts';

/** One thing that happened. `at` is Unix epoch milliseconds: the platform's, or where it says none, when we heard of it. */
export type Happening = { readonly at: number } & (
  | { readonly what: 'paid'; readonly about: Named; readonly paid: Paid; readonly text: string }
  /** The message `id`. `text` is what it said, where we heard that. */
  | {
      readonly what: 'hidden' | 'shown';
      readonly id: string;
      readonly about: Named;
      readonly by?: Named;
      readonly text?: string;
    }
  /** In the platform's own words. */
  | { readonly what: 'notice'; readonly text: string; readonly about?: Named; readonly by?: Named }
  | { readonly what: 'pinned'; readonly about: Named; readonly by?: Named; readonly text: string }
  | { readonly what: 'unpinned' }
  | { readonly what: 'mode'; readonly mode: ChatMode }
);

/** Whether a message is hidden, and whose doing that is. */
export interface Hiding {
  readonly isHidden: boolean;
  readonly by?: Named;
}

/** What stands above the chat. */
export interface Pinned {
  readonly message: ChatMessage;
  readonly by?: Named;
}

/** So much is remembered of each kind of thing. */
const capacity = { happenings: 300, messages: 1_000 };

/** See the file's head. */
export class Happenings {
  readonly #now: () => number;
  readonly #messages = new RecentMessages(capacity.messages);
  /** User id → what they are called. */
  readonly #names = new Map<string, string>();
  /** Message → whether it is hidden. */
  readonly #hidings = new Map<string, Hiding>();
  #all: readonly Happening[] = [];
  #pinned: Pinned | undefined;
  /** When what is pinned changed last while we listened. */
  #pinnedAt = -Infinity;
  #mode: ChatMode | undefined;
  #chat: string | undefined;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** All that happened, the newest last. */
  get all(): readonly Happening[] {
    return this.#all;
  }

  /** What is pinned now; `undefined`: nothing, as far as we heard. */
  get pinned(): Pinned | undefined {
    return this.#pinned;
  }

  /** Whether the message `id`, pinned at `at`, was taken down since, or another pinned in its place. */
  isUnpinned(id: string, at: number): boolean {
    return this.#pinnedAt > at && this.#pinned?.message.id !== id;
  }

  /** How the chat is set; `undefined`: nobody has said yet. */
  get mode(): ChatMode | undefined {
    return this.#mode;
  }

  /** Whether the message `id` was hidden, or shown again; `undefined`: nothing of the kind was told. */
  hiding(id: string): Hiding | undefined {
    const told = this.#hidings.get(id);
    return told && { ...told, ...(told.by && { by: this.#named(told.by) }) };
  }

  /** What happened to the person `userId`, or what they gave, the newest last. */
  about(userId: string): readonly Happening[] {
    return this.#all.filter((one) => {
      const about = 'about' in one ? one.about : undefined;
      return about !== undefined && this.#is(about, userId);
    });
  }

  /**
   * It is the chat `id` that is heard from now on. A platform that gives each broadcast a chat of its own begins a new one so: what
   * happened in the last one, what was pinned there and how it was set is of the past. Its lines may still be in sight, and stay known.
   */
  enter(id: string): void {
    const before = this.#chat;
    this.#chat = id;
    if (before === undefined || before === id) return;
    this.#all = [];
    this.#pinned = undefined;
    this.#pinnedAt = this.#now();
    this.#mode = undefined;
  }

  /** The chat is set so now. */
  turn(mode: ChatMode): void {
    const before = this.#mode;
    this.#mode = mode;
    if (before && !isSameMode(before, mode)) this.#add({ what: 'mode', at: this.#now(), mode });
  }

  /** Takes in what was told; `isPast`: of what was before. The same once more is no news. */
  tell(news: readonly ChatNews[], isPast: boolean): void {
    for (const one of news) this.#take(one, isPast);
  }

  #take(news: ChatNews, isPast: boolean): void {
    switch (news.what) {
      case 'message':
        this.#said(news.message);
        return;
      case 'hidden':
      case 'shown':
        this.#hide(news);
        return;
      case 'notice': {
        const { text, about, by, at = this.#now() } = news;
        this.#add({ what: 'notice', at, text, ...(about && { about }), ...(by && { by }) });
        return;
      }
      case 'pinned':
        this.#pin(news, isPast);
        return;
      case 'unpinned':
        this.#pinnedAt = this.#now();
        if (this.#pinned) this.#add({ what: 'unpinned', at: this.#pinnedAt });
        this.#pinned = undefined;
    }
  }

  #said(message: ChatMessage): void {
    const { author, paid, text, id, at = this.#now() } = message;
    this.#messages.add(message);
    if (author.id !== undefined && author.name !== '') remember(this.#names, author.id, author.name);
    if (id !== undefined && message.deleted && !this.#hidings.has(id))
      remember(this.#hidings, id, { isHidden: true });
    if (paid) this.#add({ what: 'paid', at, about: namedBy(message), paid, text });
  }

  #hide({ what, id, author, by }: Extract<ChatNews, { what: 'hidden' | 'shown' }>): void {
    const isHidden = what === 'hidden';
    const before = this.#hidings.get(id);
    // Who did it may be told only the second time.
    if (before?.isHidden === isHidden && (before.by !== undefined || by === undefined)) return;
    remember(this.#hidings, id, { isHidden, ...(by && { by }) });
    if (before?.isHidden === isHidden) return;
    const message = this.#messages.byId(id);
    const text = message?.text ?? '';
    this.#add({
      what,
      id,
      at: this.#now(),
      about: message ? namedBy(message) : this.#named({ id: author }),
      ...(by && { by: this.#named(by) }),
      ...(text !== '' && { text }),
    });
  }

  #pin({ message, by }: Extract<ChatNews, { what: 'pinned' }>, isPast: boolean): void {
    const isNew = this.#pinned?.message.at !== message.at || this.#pinned?.message.text !== message.text;
    this.#pinned = { message, ...(by && { by }) };
    // What hung there when we came was pinned nobody knows when.
    if (!isNew || isPast) return;
    const { text } = message;
    this.#pinnedAt = this.#now();
    this.#add({ what: 'pinned', at: this.#pinnedAt, about: namedBy(message), ...(by && { by }), text });
  }

  #add(happening: Happening): void {
    if (this.#all.some((one) => isSame(one, happening))) return;
    const all = [...this.#all, happening];
    // What comes late of before, the history say, has its place there.
    if ((this.#all.at(-1)?.at ?? 0) > happening.at) all.sort((one, other) => one.at - other.at);
    this.#all = all.slice(-capacity.happenings);
  }

  /** A name alone is somebody only where one person of that name was heard. */
  #is({ id, name }: Named, userId: string): boolean {
    if (id !== undefined) return id === userId;
    const ids = new Set(this.#messages.byAuthor(name ?? '').map(({ author }) => author.id));
    return ids.size === 1 && ids.has(userId);
  }

  #named({ id, name }: Named): Named {
    const known = name ?? (id === undefined ? undefined : this.#names.get(id));
    return { ...(id !== undefined && { id }), ...(known !== undefined && { name: known }) };
  }
}

const namedBy = ({ author: { id, name } }: ChatMessage): Named => ({
  ...(id !== undefined && { id }),
  ...(name !== '' && { name }),
});

/** A connection that broke tells of the last while again. What only we have the time of is told once as it is. */
const isSame = (one: Happening, other: Happening): boolean =>
  one.at === other.at && JSON.stringify(one) === JSON.stringify(other);

function remember<Value>(all: Map<string, Value>, key: string, value: Value): void {
  all.delete(key);
  all.set(key, value);
  if (all.size <= capacity.messages) return;
  const [oldest] = all.keys();
  if (oldest !== undefined) all.delete(oldest);
}
