/** The panels of the tools that know people: cards, and the watch. They come with a script of their own, beside those tools. */
import type { VNode } from 'preact';

import { type ChatMessage, chatterKey } from '../../../lib/chat/message.ts';
import type { ActionKind } from '../../../lib/moderation/action.ts';
import { hasPoint, mayDo } from '../../../lib/moderation/protect.ts';
import { type Roles, rolesOf } from '../../../lib/moderation/roles.ts';
import { type Card, Cards } from '../../../lib/pages/cards.ts';
import { saidOf } from '../../../lib/pages/said.ts';
import type { SeenModeration } from '../../../lib/pages/seen-moderation.ts';
import { protectedAs } from '../../../lib/pages/standing.ts';
import type { Watch } from '../../../lib/pages/watches.ts';
import { text } from '../../../lib/text.ts';
import { TooltipLayer } from '../../Tooltip.tsx';
import { type CardKey, cardKeys } from '../card-keys.ts';
import type { Seat } from '../doing.tsx';
import { createRoot } from '../root.ts';
import { CardPanel, type CardPanelProps } from './CardPanel.tsx';
import type { PeopleParts } from './people.tsx';
import { besideChat, type Spot, usual } from './spot.ts';
import { peopleStyles } from './styles.ts';
import { watchKey } from './watch-key.ts';
import { WatchPanel } from './WatchPanel.tsx';

/** What {@link mountCards} needs: what the tools were given, and what they know meanwhile. */
export interface CardsParts extends PeopleParts {
  /** What somebody said (see `chatterKey`), oldest first. */
  readonly saidBy: (key: string) => readonly ChatMessage[];
  /** Whether a message was taken away, by its id. */
  readonly isGone: (id: string) => boolean;
  readonly seen: Pick<SeenModeration, 'of'>;
  /** Watches the author of `message` for so many minutes, or as long as is usual. */
  readonly watch: (message: ChatMessage, line?: HTMLElement, minutes?: number) => void;
  /** From where the watch was begun. */
  readonly watchOpener: () => HTMLElement | undefined;
}

/** The panels, as the tools see them. */
export interface CardPanels {
  /** Opens the card of the author of `message`; `line` gets the keyboard back. */
  readonly show: (message: ChatMessage, line: HTMLElement | undefined, isForNote: boolean) => void;
  readonly draw: () => void;
  /** Lines were collected: draws the watch before the next picture of the page, since they may come by the dozen. */
  readonly drawSeen: () => void;
  /** Draws anew, likewise, where the card of that chatter (see `chatterKey`) is open. */
  readonly drawFor: (who: string) => void;
  /** Draws anew where any card is open. */
  readonly drawOpen: () => void;
  /** Something was done about that chatter. */
  readonly acted: (who: string) => void;
  /** Something was done, or written down, somewhere. */
  readonly refresh: () => void;
}

/** What lines cause is drawn no more often than so, ms: nobody reads faster, and a watched chatter may say a line with every picture. */
const rest = 500;

/** How often times are drawn anew while a panel is open, ms. */
const tick = 10_000;

/** What can be done from a card. */
interface Doable extends Pick<CardPanelProps, 'deeds' | 'actions' | 'onKey'> {
  /** What its author was then. */
  readonly roles: Roles;
}

/** Puts them, closed, into the page until `signal` aborts. */
export function mountCards(parts: CardsParts, signal: AbortSignal): CardPanels {
  const { document, channel, chat, desk, watches, actor } = parts;
  const root = createRoot(document, 'sidestage-people', peopleStyles);
  const cards = new Cards(desk, draw);
  /** Panel → how it was opened: where, how often it was called, also for a note, and what gets the focus back. */
  const panels = new Map<
    string,
    { spot: Spot; called: number; writes: number; opener: HTMLElement | undefined }
  >();
  let clock: ReturnType<typeof setInterval> | undefined;
  const isOpen = (who: string): boolean => cards.open.some(({ key }) => key === who);

  const spotFor = (place: number): Spot => besideChat(usual, window, place);

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

  /** Gives the focus back to where the panel was opened from, if it is in the panel. */
  function giveBack(key: string): void {
    const opener = panels.get(key)?.opener;
    const isInside = document.activeElement === root.host;
    panels.delete(key);
    if (isInside && opener?.isConnected) opener.focus({ preventScroll: true });
  }

  /** What may be done to the author of `message`; the page is asked once who the user is, and not for every kind. */
  function mayAbout(message: ChatMessage, roles: Roles): (kind: ActionKind) => boolean {
    const standing = protectedAs(message, [actor(), chat.viewer().login]);
    const isOwn = actor() === channel;
    return (kind) =>
      parts.kinds().includes(kind) && mayDo(kind, standing, isOwn) && hasPoint(kind, standing, roles, isOwn);
  }

  /** What they are by now, as far as anybody can tell. */
  function rolesNow({ key, message, person }: Card): Roles {
    const { author, at } = parts.saidBy(key).at(-1) ?? message;
    return rolesOf(author.badges, at, person.status === 'there' ? person.value.history : []);
  }

  /** A key came to a card or the watch; whether it is one that holds there. */
  function pressed(key: CardKey): boolean {
    const hand = parts.hand();
    return hand !== undefined && cardKeys(hand.keys)(key);
  }

  /** What can be done from `card`, to somebody who has `roles`. */
  function doable({ key, message }: Card, roles: Roles): Doable {
    const may = mayAbout(message, roles);
    const hand = parts.hand();
    const seat = seatOf(key, '.ss-card-actions');
    return {
      roles,
      deeds: deedKinds
        .filter(([kind]) => may(kind))
        .map(([kind, icon, label]) => ({
          icon,
          label: text(label),
          onAct: (which) => parts.hand()?.act({ kind }, which, seat),
        })),
      actions: {
        may,
        presets: parts.presets(),
        reasons: hand?.reasons(message) ?? [],
        needsReason: (kind) => parts.hand()?.needsReason(kind, message) ?? false,
        onAct: (what) => hand?.act(what, message, seat),
        onLength: (reason) => hand?.askLength(message, reason, seat),
        question: hand?.question(key) ?? null,
        minutes: parts.watchMinutes(),
        isWatched: watches.has(message),
        onWatch: () => parts.watch(message),
        onWatchFor: (minutes) => {
          parts.watch(message, undefined, minutes);
          parts.rememberWatch(minutes);
        },
      },
      onKey: (chord, isRepeat, reason) => pressed({ chord, isRepeat, message, seat, reason }),
    };
  }

  /** By card: a line that comes changes nothing of it, as long as its author is what they were. */
  const doables = new Map<string, Doable>();
  function doableNow(card: Card): Doable {
    const roles = rolesNow(card);
    const before = doables.get(card.key);
    const isSame = before?.roles.moderator === roles.moderator && before?.roles.vip === roles.vip;
    const now = before && isSame ? before : doable(card, roles);
    doables.set(card.key, now);
    return now;
  }

  function drawCard(card: Card) {
    const { key, message } = card;
    const { deeds, actions, onKey } = doableNow(card);
    const place = panels.get(key);
    return (
      <CardPanel
        key={key}
        card={card}
        said={saidOf(message, parts.saidBy(key), card.kept.lines, parts.isGone)}
        seen={parts.seen.of(key)}
        keeping={parts.keeping()}
        deeds={deeds}
        spot={place?.spot ?? spotFor(0)}
        called={place?.called ?? 0}
        writes={place?.writes ?? 0}
        actions={actions}
        happened={message.author.id === undefined ? undefined : parts.happened?.(message.author.id)}
        onKey={onKey}
        onPin={(isPinned) => cards.pin(key, isPinned)}
        onClose={() => {
          parts.hand()?.drop(key);
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
          return pressed({ chord, isRepeat, message, seat, reason: '' });
        }}
        onStop={({ message }) => watches.stop(message)}
        onClose={() => {
          giveBack(watchKey);
          for (const { message } of watched) watches.stop(message);
        }}
      />
    );
  }

  /** Remembers from where the watch was begun; there is nothing to remember when it is over. */
  function placeWatch(isThere: boolean): void {
    if (!isThere) panels.delete(watchKey);
    else if (!panels.has(watchKey))
      panels.set(watchKey, { spot: spotFor(1), called: 0, writes: 0, opener: parts.watchOpener() });
  }

  /** What was drawn last, of which nothing has changed since, and when that was; by panel. */
  const drawn = new Map<string, { readonly node: VNode; readonly at: number }>();
  const drawnAs = (name: string, make: () => VNode): VNode => {
    const last = drawn.get(name) ?? { node: make(), at: performance.now() };
    drawn.set(name, last);
    return last.node;
  };

  let frame = 0;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = -Infinity;
  let isStale = false;
  /**
   * Draws the panel `name` anew, and no other: with what is being drawn now, or, where it goes on changing, after a rest.
   */
  function drawSoon(name: string): void {
    drawn.delete(name);
    if (isStale) return;
    isStale = true;
    const left = drawnAt + rest - performance.now();
    // What makes it stale is read just before a picture, as a rule, so this is in time for the same one.
    if (left <= 0 && !document.hidden) queueMicrotask(() => isStale && drawStale());
    else resting = setTimeout(() => (frame = requestAnimationFrame(drawStale)), left);
  }

  function draw(): void {
    drawn.clear();
    doables.clear();
    drawStale();
  }

  /** Draws the times anew, in panels that nothing else has changed meanwhile. */
  function drawTimes(): void {
    if (document.hidden) return;
    const old = [...drawn].filter(([, { at }]) => performance.now() - at >= tick / 2);
    for (const [name] of old) drawn.delete(name);
    if (old.length > 0) drawStale();
  }

  function drawStale(): void {
    cancelAnimationFrame(frame);
    clearTimeout(resting);
    isStale = false;
    drawnAt = performance.now();
    if (signal.aborted) return;
    const watched = watches.in(channel);
    placeWatch(watched.length > 0);
    const isAnyOpen = cards.open.length + watched.length > 0;
    if (isAnyOpen) clock ??= setInterval(drawTimes, tick);
    else {
      clearInterval(clock);
      clock = undefined;
    }
    if (isAnyOpen) root.show();
    root.theme(chat.theme());
    root.draw(
      <>
        {watched.length > 0 && drawnAs(watchKey, () => drawWatch(watched))}
        {cards.open.map((card) => drawnAs(card.key, () => drawCard(card)))}
        <TooltipLayer />
      </>,
    );
  }

  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    clearTimeout(resting);
    clearInterval(clock);
    root.remove();
  });

  return {
    show: (message, line, isForNote) => {
      // The card that it is on may make room.
      parts.hand()?.drop();
      call(chatterKey(message), line, isForNote);
      cards.show(message);
    },
    draw,
    drawSeen: () => drawSoon(watchKey),
    drawFor: (who) => {
      if (isOpen(who)) drawSoon(who);
    },
    drawOpen: () => {
      if (cards.open.length > 0) draw();
    },
    acted: (who) => {
      if (isOpen(who)) cards.load(who, 'person');
    },
    refresh: () => cards.refresh(),
  };
}

/** What can be done to a message of a card: kind, icon, words. */
const deedKinds = [
  ['delete', 'trash', 'lineDelete'],
  ['blind', 'mute', 'lineBlind'],
  ['pin', 'pin', 'linePin'],
] as const;
