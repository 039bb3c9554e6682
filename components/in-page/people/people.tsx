/**
 * The tools that know people: marks on their lines, their cards, and the watch. Knows no platform: the chat and the
 * background are handed in.
 */
import type { VNode } from 'preact';

import { type ChatMessage, chatterKey } from '../../../lib/chat/message.ts';
import { RecentMessages } from '../../../lib/chat/recent.ts';
import type { ActionKind } from '../../../lib/moderation/action.ts';
import type { NameOpens } from '../../../lib/moderation/name-opens.ts';
import { hasPoint, mayDo } from '../../../lib/moderation/protect.ts';
import { type Roles, rolesOf } from '../../../lib/moderation/roles.ts';
import type { Act } from '../../../lib/pages/acts.ts';
import { type Card, Cards } from '../../../lib/pages/cards.ts';
import type { ChatPage } from '../../../lib/pages/chat-page.ts';
import type { PeopleDesk } from '../../../lib/pages/people-desk.ts';
import { saidOf } from '../../../lib/pages/said.ts';
import { SeenModeration } from '../../../lib/pages/seen-moderation.ts';
import { isNobody, protectedAs } from '../../../lib/pages/standing.ts';
import { type Watch, type Watches } from '../../../lib/pages/watches.ts';
import { KnownBook } from '../../../lib/people/known.ts';
import { text } from '../../../lib/text.ts';
import { TooltipLayer } from '../../Tooltip.tsx';
import type { Calls, Seat } from '../doing.tsx';
import type { CardHand } from '../line-tools.tsx';
import { createRoot } from '../root.ts';
import { peopleStyles } from '../styles.ts';
import { CardPanel } from './CardPanel.tsx';
import { LineMarks } from './line-marks.ts';
import type { Spot } from './spot.ts';
import { WatchPanel } from './WatchPanel.tsx';

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
  /** What happened to somebody (their id) while the chat was read; absent where the platform's stream is not. */
  readonly happened?: ((userId: string) => VNode) | undefined;
}

/** The tools, as their owner sees them. */
export interface PeopleTools {
  /** What the buttons and keys of a line can call. */
  readonly calls: Calls;
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
  readonly watchesChanged: () => void;
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

/** How often it is looked for what the page shows as deleted, ms; and how many lines of it are read at once. */
const looking = 2_000;
const linesAtOnce = 25;

/** How often times are drawn anew while a panel is open, ms. */
const tick = 10_000;

/** Size of a panel at the most (see people.css), and its distance from chat and window, px. */
const panel = { width: 320, height: 620, gap: 12, edge: 6, top: 70, cascade: 28, chat: 340 };

/** Puts the tools into the page, until `signal` aborts. */
export function mountPeople(parts: PeopleParts, signal: AbortSignal): PeopleTools {
  const { document, channel, chat, desk, watches, actor, isAlive } = parts;
  const recent = new RecentMessages(undefined, chatterKey);
  const root = createRoot(document, 'sidestage-people', peopleStyles);
  const cards = new Cards(desk, draw);
  /** Panel → how it was opened: where, how often it was called, also for a note, and what gets the focus back. */
  const panels = new Map<
    string,
    { spot: Spot; called: number; writes: number; opener: HTMLElement | undefined }
  >();
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
  let clock: ReturnType<typeof setInterval> | undefined;

  const marks = new LineMarks({
    document,
    reasons: (message) => ({
      known: known.find(message),
      isWatched: watches.has(message),
    }),
  });

  function spotFor(place: number): Spot {
    const { innerWidth, innerHeight } = window;
    const cascade = place * panel.cascade;
    const free = innerWidth - panel.chat - panel.width - panel.gap;
    // What comes late makes it as high as it gets, and then it must not move: in a small window it opens at the top.
    const low = Math.max(panel.edge, innerHeight - panel.height - panel.edge);
    return { x: Math.max(panel.edge, free - cascade), y: Math.min(panel.top + cascade, low) };
  }

  function call(key: string, opener: HTMLElement | undefined, isForNote: boolean): void {
    const before = panels.get(key);
    const active = document.activeElement;
    // Who is typing in the page's own field goes on typing.
    const isTyping = active?.matches('input, textarea, [contenteditable="true"]') === true;
    panels.set(key, {
      spot: before?.spot ?? spotFor(panels.size),
      called: (before?.called ?? 0) + (isTyping ? 0 : 1),
      writes: isForNote ? (before?.writes ?? 0) + 1 : 0,
      opener: opener ?? before?.opener,
    });
  }

  /** The panel `key` as a place to deal with somebody; what `anchor` finds in it is what a question stands beside. */
  function seatOf(key: string, anchor: string): Seat {
    const panel = () => root.shadow.querySelector(`[data-name="${CSS.escape(key)}"]`);
    return {
      id: key,
      anchor: () => panel()?.querySelector(anchor),
      line: () => undefined,
      isAt: () => panel()?.contains(root.shadow.activeElement) === true,
      focused: () => root.shadow.activeElement,
      pin: () => undefined,
      draw,
    };
  }

  function show(message: ChatMessage, line: HTMLElement | undefined, isForNote = false): void {
    if (!isAlive()) return;
    // The card that it is on may make room.
    parts.hand()?.drop();
    call(chatterKey(message), line, isForNote);
    cards.show(message);
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
    for (const line of lines.slice(0, linesAtOnce)) {
      looked.add(line);
      const message = chat.read(line);
      if (message?.deleted) sawDeleted(message);
    }
  }

  function drawFor(message: ChatMessage): void {
    const who = chatterKey(message);
    if (cards.open.some(({ key }) => key === who)) draw();
  }

  function watch(message: ChatMessage, line?: HTMLElement, minutes = parts.watchMinutes()): void {
    if (!isAlive()) return;
    const isFirst = watches.in(channel).length === 0;
    if (isFirst) panels.set(watchKey, { spot: spotFor(1), called: 0, writes: 0, opener: line });
    watches.start(message, saidBy(chatterKey(message)), minutes);
  }

  /** Gives the focus back to where the panel was opened from, if it is in the panel. */
  function giveBack(key: string): void {
    const opener = panels.get(key)?.opener;
    const isInside = document.activeElement === root.host;
    panels.delete(key);
    if (isInside && opener?.isConnected) opener.focus({ preventScroll: true });
  }

  function may(kind: ActionKind, message: ChatMessage, roles: Roles): boolean {
    if (!parts.kinds().includes(kind)) return false;
    const standing = protectedAs(message, [actor(), chat.viewer().login]);
    const isOwn = actor() === channel;
    return mayDo(kind, standing, isOwn) && hasPoint(kind, standing, roles, isOwn);
  }

  /** What they are by now, as far as anybody can tell. */
  function rolesNow({ key, message, person }: Card): Roles {
    const { author, at } = saidBy(key).at(-1) ?? message;
    return rolesOf(author.badges, at, person.status === 'there' ? person.value.history : []);
  }

  function drawCard(card: Card) {
    const { key, message } = card;
    const roles = rolesNow(card);
    const place = panels.get(key);
    const hand = parts.hand();
    const seat = seatOf(key, '.ss-card-actions');
    return (
      <CardPanel
        key={key}
        card={card}
        said={saidOf(message, saidBy(key), card.kept.lines, isGone)}
        seen={seen.of(key)}
        keeping={parts.keeping()}
        deeds={deedKinds
          .filter(([kind]) => may(kind, message, roles))
          .map(([kind, icon, label]) => ({
            icon,
            label: text(label),
            onAct: (which) => parts.hand()?.act({ kind }, which, seat),
          }))}
        spot={place?.spot ?? spotFor(0)}
        called={place?.called ?? 0}
        writes={place?.writes ?? 0}
        actions={{
          may: (kind) => may(kind, message, roles),
          presets: parts.presets(),
          reasons: hand?.reasons(message) ?? [],
          needsReason: (kind) => parts.hand()?.needsReason(kind, message) ?? false,
          onAct: (what) => hand?.act(what, message, seat),
          onLength: (reason) => hand?.askLength(message, reason, seat),
          question: hand?.question(key) ?? null,
          minutes: parts.watchMinutes(),
          isWatched: watches.has(message),
          onWatch: () => watch(message),
          onWatchFor: (minutes) => {
            watch(message, undefined, minutes);
            parts.rememberWatch(minutes);
          },
        }}
        happened={message.author.id === undefined ? undefined : parts.happened?.(message.author.id)}
        onKey={(chord, isRepeat, reason) => hand?.key({ chord, isRepeat, message, seat, reason }) ?? false}
        onPin={(isPinned) => cards.pin(key, isPinned)}
        onClose={() => {
          hand?.drop(key);
          giveBack(key);
          cards.close(key);
        }}
        onRetry={(part) => cards.load(key, part)}
        onAllow={(part) => cards.allow(key, part)}
        onSave={(words) => cards.save(key, words)}
        onOlder={() => cards.older(key)}
        onKeep={() => cards.keep(key)}
      />
    );
  }

  function drawWatch(watched: readonly Watch[]) {
    const place = panels.get(watchKey);
    const hand = parts.hand();
    return (
      <WatchPanel
        name={watchKey}
        watches={watched}
        seen={watches.seen(channel)}
        now={Date.now()}
        spot={place?.spot ?? spotFor(1)}
        called={0}
        question={hand?.question(watchKey) ?? null}
        onKey={(chord, isRepeat, { message }) => {
          const seat = seatOf(watchKey, `[data-chatter="${CSS.escape(chatterKey(message))}"]`);
          return hand?.key({ chord, isRepeat, message, seat, reason: '' }) ?? false;
        }}
        onStop={({ message }) => watches.stop(message)}
        onClose={() => {
          giveBack(watchKey);
          for (const { message } of watched) watches.stop(message);
        }}
      />
    );
  }

  function draw(): void {
    if (signal.aborted) return;
    const watched = watches.in(channel);
    const isOpen = cards.open.length + watched.length > 0;
    if (isOpen) clock ??= setInterval(draw, tick);
    else {
      clearInterval(clock);
      clock = undefined;
    }
    if (isOpen) root.show();
    root.theme(chat.theme());
    root.draw(
      <>
        {watched.length > 0 && drawWatch(watched)}
        {cards.open.map((card) => drawCard(card))}
        <TooltipLayer />
      </>,
    );
  }

  /** Marks the lines in the page anew. */
  function remark(): void {
    for (const line of chat.lines()) {
      const message = chat.read(line);
      if (message) marks.put(line, message);
    }
  }

  /** Looks again at the lines of which nobody knew whose they are. */
  function lookAgain(): void {
    for (const line of chat.lines()) {
      const message = nobodys.has(line) ? chat.read(line) : undefined;
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
    clearInterval(clock);
    clearInterval(lookout);
    marks.clear();
    root.remove();
  });
  ask();
  if (watches.in(channel).length > 0) draw();

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
    moved: () => marks.tidy(),
    acted: ({ state, message, what }) => {
      if (state.status !== 'done' && state.status !== 'undone') return;
      if (
        message.id !== undefined &&
        state.status === 'done' &&
        (what.kind === 'delete' || what.kind === 'blind')
      )
        gone.add(message.id);
      const who = chatterKey(message);
      if (cards.open.some(({ key }) => key === who)) cards.load(who, 'person');
    },
    changed: () => {
      asking ??= setTimeout(ask, gathering);
      cards.refresh();
    },
    learnt: () => {
      learning ??= setTimeout(() => {
        learning = undefined;
        lookAgain();
        if (cards.open.length > 0) draw();
      }, gathering);
    },
    memory: () => recent.dated(),
    isNoted: (message) => {
      const { note, nickname } = known.find(message) ?? {};
      return note !== undefined || nickname !== undefined;
    },
    watchesChanged: () => {
      // What was asked at the watch goes with it.
      if (watches.in(channel).length === 0) parts.hand()?.drop(watchKey);
      remark();
      draw();
    },
    redraw: draw,
    remembered: () => recent.all(),
  };
}

/** What can be done to a message of a card: kind, icon, words. */
const deedKinds = [
  ['delete', 'trash', 'lineDelete'],
  ['blind', 'mute', 'lineBlind'],
  ['pin', 'pin', 'linePin'],
] as const;

/** The key of the watch among the panels; no login has this form. */
const watchKey = '*watch';
