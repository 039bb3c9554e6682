/**
 * The tools that know people: marks on their lines, their cards, and the watch. Knows no platform: the chat and the
 * background are handed in.
 */
import { type ChatMessage, chatterKey } from '../../../lib/chat/message.ts';
import { RecentMessages } from '../../../lib/chat/recent.ts';
import type { ActionKind } from '../../../lib/moderation/action.ts';
import { mayDo } from '../../../lib/moderation/protect.ts';
import type { Act } from '../../../lib/pages/acts.ts';
import { type Card, Cards } from '../../../lib/pages/cards.ts';
import type { ChatPage } from '../../../lib/pages/chat-page.ts';
import type { PeopleDesk } from '../../../lib/pages/people-desk.ts';
import { isNobody, protectedAs } from '../../../lib/pages/standing.ts';
import { type Watch, watchMinutes, type Watches } from '../../../lib/pages/watches.ts';
import { KnownBook } from '../../../lib/people/known.ts';
import { TooltipLayer } from '../../Tooltip.tsx';
import type { Calls, Seat } from '../doing.tsx';
import type { CardHand } from '../line-tools.tsx';
import { createRoot } from '../root.ts';
import { peopleStyles } from '../styles.ts';
import { broadcasterKinds } from '../words.ts';
import { CardPanel } from './CardPanel.tsx';
import { LineMarks } from './line-marks.ts';
import type { Spot } from './Panel.tsx';
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
  /** Who does what a card or the watch asks for; there is none before the tools stand. */
  readonly hand: () => CardHand | undefined;
  readonly isAlive: () => boolean;
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
}

/** How long news are gathered before the marks are asked for again, ms. */
const gathering = 500;

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
  let known = new KnownBook();
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

  function watch(message: ChatMessage, line?: HTMLElement): void {
    if (!isAlive()) return;
    const isFirst = watches.in(channel).length === 0;
    if (isFirst) panels.set(watchKey, { spot: spotFor(1), called: 0, writes: 0, opener: line });
    watches.start(message, saidBy(chatterKey(message)));
  }

  /** Gives the focus back to where the panel was opened from, if it is in the panel. */
  function giveBack(key: string): void {
    const opener = panels.get(key)?.opener;
    const isInside = document.activeElement === root.host;
    panels.delete(key);
    if (isInside && opener?.isConnected) opener.focus({ preventScroll: true });
  }

  function may(kind: ActionKind, message: ChatMessage): boolean {
    if (!parts.kinds().includes(kind)) return false;
    const isOwn = actor() === channel;
    if (broadcasterKinds.has(kind) && !isOwn) return false;
    return mayDo(kind, protectedAs(message, [actor(), chat.viewer().login]), isOwn);
  }

  function drawCard(card: Card) {
    const { key, message } = card;
    const place = panels.get(key);
    const hand = parts.hand();
    const seat = seatOf(key, '.ss-card-actions');
    return (
      <CardPanel
        key={key}
        card={card}
        said={saidBy(key)}
        spot={place?.spot ?? spotFor(0)}
        called={place?.called ?? 0}
        writes={place?.writes ?? 0}
        actions={{
          may: (kind) => may(kind, message),
          presets: parts.presets(),
          reasons: hand?.reasons(message) ?? [],
          onAct: (what) => hand?.act(what, message, seat),
          question: hand?.question(key) ?? null,
          minutes: watchMinutes,
          isWatched: watches.has(message),
          onWatch: () => watch(message),
        }}
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
  function remark(read?: (message: ChatMessage) => void): void {
    for (const line of chat.lines()) {
      const message = chat.read(line);
      if (!message) continue;
      marks.put(line, message);
      read?.(message);
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

  document.addEventListener(
    'click',
    (event) => {
      if (!event.altKey || !event.isTrusted || !(event.target instanceof Element)) return;
      const line = chat.nameAt(event.target) && chat.lineAt(event.target);
      const message = line && chat.read(line);
      if (!message || message.pinned === true || isNobody(message)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      show(message, line);
    },
    { capture: true, signal },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(asking);
    clearTimeout(learning);
    clearInterval(clock);
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
      recent.add(message);
      marks.put(line, message);
      watches.add(message);
      if (cards.open.some(({ key }) => key === chatterKey(message))) draw();
    },
    left: (line) => marks.drop(line),
    moved: () => marks.tidy(),
    acted: ({ state, message }) => {
      if (state.status !== 'done' && state.status !== 'undone') return;
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
        remark((message) => {
          // Of one that has no id nobody could tell whether it is remembered.
          if (message.id === undefined) return;
          recent.add(message);
          watches.add(message);
        });
      }, gathering);
    },
    watchesChanged: () => {
      // What was asked at the watch goes with it.
      if (watches.in(channel).length === 0) parts.hand()?.drop(watchKey);
      remark();
      draw();
    },
  };
}

/** The key of the watch among the panels; no login has this form. */
const watchKey = '*watch';
