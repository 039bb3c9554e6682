/**
 * The tools that know people: marks on their lines, their cards, and the watch. Knows no platform: the chat and the
 * background are handed in.
 */
import type { VNode } from 'preact';

import { type ChatMessage, chatterKey } from '../../../lib/chat/message.ts';
import { RecentMessages } from '../../../lib/chat/recent.ts';
import { type Later, withLater } from '../../../lib/later.ts';
import type { ActionKind } from '../../../lib/moderation/action.ts';
import type { NameOpens } from '../../../lib/moderation/name-opens.ts';
import type { Act } from '../../../lib/pages/acts.ts';
import type { ChatPage } from '../../../lib/pages/chat-page.ts';
import type { PeopleDesk } from '../../../lib/pages/people-desk.ts';
import { SeenModeration } from '../../../lib/pages/seen-moderation.ts';
import { isNobody } from '../../../lib/pages/standing.ts';
import type { Watches, WatchNews } from '../../../lib/pages/watches.ts';
import { KnownBook } from '../../../lib/people/known.ts';
import type { Calls } from '../doing.tsx';
import type { CardHand } from '../line-tools.tsx';
import type { Panels } from '../panels.tsx';
import type { CardPanels } from './cards.tsx';
import { LineMarks } from './line-marks.ts';
import { watchKey } from './watch-key.ts';

/** What {@link mountPeople} needs. */
export interface PeopleParts {
  readonly document: Document;
  readonly channel: string;
  readonly chat: ChatPage;
  readonly desk: PeopleDesk;
  /** They outlive the visit to the channel. */
  readonly watches: Watches;
  /** Login of the account that acts. */
  readonly actor: () => string | undefined;
  /** What can be done about people here, by the platform and by this account. */
  readonly kinds: () => readonly ActionKind[];
  /** Timeouts to choose from, in s. */
  readonly presets: () => readonly number[];
  /** Whose card a press on a name opens. */
  readonly nameOpens: () => NameOpens;
  /** How long a watch lasts, min. */
  readonly watchMinutes: () => number;
  /** The user chose another length, min: it is the next one, too. */
  readonly rememberWatch: (minutes: number) => void;
  /** Who does what a card or the watch asks for; there is none before the tools stand. */
  readonly hand: () => CardHand | undefined;
  /** Whether messages are kept in the local log, and for how long, s; `undefined` while nobody knows. */
  readonly keeping: () => { readonly on: boolean; readonly seconds: number } | undefined;
  /** A message is new. */
  readonly said: (message: ChatMessage) => void;
  readonly isAlive: () => boolean;
  /** What opens over the page. */
  readonly panels: Later<Panels>;
  /** It cannot be had. */
  readonly missed: (error: unknown) => void;
  /** What happened to somebody (their id) while the chat was read; absent where the platform's stream is not. */
  readonly happened?: ((userId: string) => VNode) | undefined;
}

/** The tools, as their owner sees them. */
export interface PeopleTools {
  /** What the buttons and keys of a line can call. */
  readonly calls: Calls & Required<Pick<Calls, 'card'>>;
  /** A message stands in `line`. */
  readonly added: (line: HTMLElement, message: ChatMessage) => void;
  /** No chatter's message stands in `line` any more. */
  readonly left: (line: HTMLElement) => void;
  /** Lines came or went. */
  readonly moved: () => void;
  /** An act went on. */
  readonly acted: (act: Act) => void;
  /** What is written down, or the log, changed somewhere. */
  readonly changed: () => void;
  /** More may be known of the lines than a moment ago. */
  readonly learnt: () => void;
  /** The watches changed. */
  readonly watchesChanged: (what: WatchNews) => void;
  /** Something that cards show changed. */
  readonly redraw: () => void;
  /** All messages that are remembered. */
  readonly remembered: () => readonly ChatMessage[];
  /** What was said, as far as it is remembered. */
  readonly memory: RecentMessages['dated'];
  /** Whether the user has written something down about the author. */
  readonly isNoted: (message: ChatMessage) => boolean;
}

/** How long news are gathered before the marks are asked for again, ms. */
const gathering = 500;

/** In a fast chat lines come and go with every picture: the marks are looked after so much later, for all of them at once, ms. */
const tidyingPause = 500;

/** How often it is looked for what the page shows as deleted, ms; and how many lines of it are read at once. */
const looking = 2_000;
const linesAtOnce = 25;

/** Puts the tools into the page, until `signal` aborts. */
export function mountPeople(parts: PeopleParts, signal: AbortSignal): PeopleTools {
  const { document, channel, chat, desk, watches, isAlive } = parts;
  const recent = new RecentMessages(undefined, chatterKey);
  let standing: CardPanels | undefined;
  let watchOpener: HTMLElement | undefined;
  const seen = new SeenModeration();
  /** Lines that were read as deleted. */
  const looked = new WeakSet<HTMLElement>();
  /** Messages that the user took away, by id. */
  const gone = new Set<string>();
  const isGone = (id: string): boolean => gone.has(id) || seen.has(id);
  let known = new KnownBook();
  /** Lines of which nobody knew whose they are. */
  const nobodys = new WeakSet<HTMLElement>();
  let asking: ReturnType<typeof setTimeout> | undefined;
  let learning: ReturnType<typeof setTimeout> | undefined;
  let tidying: ReturnType<typeof setTimeout> | undefined;

  const marks = new LineMarks({
    document,
    reasons: (message) => ({
      known: known.find(message),
      isWatched: watches.has(message),
    }),
  });

  /** Does something with the panels; brings them first where they are not there. */
  function withPanels(act: (panels: CardPanels) => void): void {
    withLater(
      parts.panels,
      ({ mountCards }) => {
        if (signal.aborted || !isAlive()) return;
        standing ??= mountCards(
          { ...parts, saidBy, isGone, seen, watch, watchOpener: () => watchOpener },
          signal,
        );
        act(standing);
      },
      parts.missed,
    );
  }

  function show(message: ChatMessage, line: HTMLElement | undefined, isForNote = false): void {
    if (isAlive()) withPanels((panels) => panels.show(message, line, isForNote));
  }

  /** What somebody said, as it was said: a page may draw its lines in another order. */
  function saidBy(key: string): readonly ChatMessage[] {
    const said = recent.byAuthor(key);
    return said.every(({ at }) => at !== undefined)
      ? said.toSorted((one, other) => (one.at ?? 0) - (other.at ?? 0))
      : said;
  }

  /** A line shows `message` as deleted. */
  function sawDeleted(message: ChatMessage): void {
    const before = message.id === undefined ? undefined : recent.byId(message.id);
    if (seen.add(message, before?.deleted !== false)) drawFor(message);
  }

  /** The page draws a line anew where it stands when it is deleted, and tells nobody. */
  function lookForDeleted(): void {
    if (document.hidden || !isAlive()) return;
    const lines = chat.deletedLines?.().filter((line) => !looked.has(line)) ?? [];
    const now = lines.slice(0, linesAtOnce);
    for (const line of now) looked.add(line);
    for (const message of chat.readAll(now)) if (message?.deleted) sawDeleted(message);
  }

  const drawFor = (message: ChatMessage): void => standing?.drawFor(chatterKey(message));

  function watch(message: ChatMessage, line?: HTMLElement, minutes = parts.watchMinutes()): void {
    if (!isAlive()) return;
    if (watches.in(channel).length === 0) watchOpener = line;
    watches.start(message, saidBy(chatterKey(message)), minutes);
  }

  /** Draws who is watched, or what else is open. */
  function drawWatched(): void {
    if (watches.in(channel).length > 0) withPanels((panels) => panels.draw());
    else standing?.draw();
  }

  /** Marks the lines in the page anew. Whose they are was read when they came: to read all of them again would hold the page up. */
  function remark(): void {
    for (const line of chat.lines()) {
      const message = marks.messageOf(line);
      if (message) marks.put(line, message);
    }
  }

  /** Looks again at the lines of which nobody knew whose they are. */
  function lookAgain(): void {
    const lines = chat.lines().filter((line) => nobodys.has(line));
    const messages = chat.readAll(lines);
    for (const [place, line] of lines.entries()) {
      const message = messages[place];
      if (message?.author.id === undefined) continue;
      nobodys.delete(line);
      marks.put(line, message);
      // Of one that has no id nobody could tell whether it is remembered.
      if (message.id === undefined) continue;
      if (recent.add(message)) parts.said(message);
      watches.add(message);
    }
  }

  function ask(): void {
    clearTimeout(asking);
    asking = undefined;
    desk.known(channel).then(
      (people) => {
        if (signal.aborted) return;
        known = new KnownBook(people);
        remark();
      },
      // Marks are a help; the next news asks again.
      () => undefined,
    );
  }

  const lookout = setInterval(lookForDeleted, looking);
  document.addEventListener(
    'click',
    (event) => {
      const opens = parts.nameOpens();
      if (event.altKey !== (opens === 'theirs') || !event.isTrusted || !(event.target instanceof Element))
        return;
      const line = chat.nameAt(event.target) && chat.lineAt(event.target);
      const message = line && chat.read(line);
      if (!message || message.pinned === true || isNobody(message)) return;
      if (opens !== 'both') {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      show(message, line);
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(asking);
    clearTimeout(learning);
    clearTimeout(tidying);
    clearInterval(lookout);
    marks.clear();
  });
  ask();
  drawWatched();

  return {
    calls: {
      card: show,
      note: (message, line) => show(message, line, true),
      watch,
    },
    added: (line, message) => {
      if (message.deleted) sawDeleted(message);
      if (recent.add(message)) parts.said(message);
      marks.put(line, message);
      watches.add(message);
      if (message.author.id === undefined) nobodys.add(line);
      else nobodys.delete(line);
      drawFor(message);
    },
    left: (line) => marks.drop(line),
    moved: () => {
      tidying ??= setTimeout(() => {
        tidying = undefined;
        marks.tidy();
      }, tidyingPause);
    },
    acted: ({ state, message, what }) => {
      if (state.status !== 'done' && state.status !== 'undone') return;
      if (
        message.id !== undefined &&
        state.status === 'done' &&
        (what.kind === 'delete' || what.kind === 'blind')
      )
        gone.add(message.id);
      standing?.acted(chatterKey(message));
    },
    changed: () => {
      asking ??= setTimeout(ask, gathering);
      standing?.refresh();
    },
    learnt: () => {
      learning ??= setTimeout(() => {
        learning = undefined;
        lookAgain();
        standing?.drawOpen();
      }, gathering);
    },
    memory: () => recent.dated(),
    isNoted: (message) => {
      const { note, nickname } = known.find(message) ?? {};
      return note !== undefined || nickname !== undefined;
    },
    watchesChanged: (what) => {
      if (what === 'seen') {
        standing?.drawSeen();
        return;
      }
      // What was asked at the watch goes with it.
      if (watches.in(channel).length === 0) parts.hand()?.drop(watchKey);
      remark();
      drawWatched();
    },
    redraw: () => standing?.draw(),
    remembered: () => recent.all(),
  };
}
