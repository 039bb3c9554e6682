/**
 * The tools in a chat: one toolbar that goes to the line the user means, a mark on each line acted upon, and one region
 * of messages. Knows no platform: the chat and the background are handed in.
 */
import { type ChatMessage, chatterKey, isSame } from '../../lib/chat/message.ts';
import { buttonOfKey } from '../../lib/hotkeys/deed.ts';
import type { KeyChoice, PanelId } from '../../lib/hotkeys/hotkeys.ts';
import { type Later, partOf } from '../../lib/later.ts';
import { fits, isThere, type LineButton, type Modifier } from '../../lib/moderation/line-button.ts';
import type { NameOpens } from '../../lib/moderation/name-opens.ts';
import type { Reason } from '../../lib/moderation/reason.ts';
import { type Act, Acts } from '../../lib/pages/acts.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import type { Acting, Desk } from '../../lib/pages/desk.ts';
import { followKeys } from '../../lib/pages/keys.ts';
import { Lines } from '../../lib/pages/lines.ts';
import { mayPress } from '../../lib/pages/plan.ts';
import { followPointing } from '../../lib/pages/pointing.ts';
import { protectedAs } from '../../lib/pages/standing.ts';
import { text } from '../../lib/text.ts';
import { secondsMatter } from './ActMark.tsx';
import type { CardKeysParts } from './card-keys.ts';
import { type Calls, Doing, type DoingParts, type Seat } from './doing.tsx';
import { lineKeys } from './line-keys.ts';
import { isOver, lineState } from './line-state.tsx';
import { LineToolbar } from './LineToolbar.tsx';
import { Marks } from './marks.tsx';
import { mountNotices, type Notices } from './notices.tsx';
import type { Panels } from './panels.tsx';
import type { PeopleTools } from './people/people.tsx';
import { focusedIn } from './root.ts';
import { ToolPlace } from './tool-place.ts';
import { TooltipLayer } from '../Tooltip.tsx';

/** What the tools read whenever they need it; it may change while they stand. */
export interface LineToolsSettings {
  /** The profile that is in force here, where it is not the usual one. */
  readonly profile?: string;
  /** Who acts here, and as what; a site that says no such thing has none. */
  readonly who?: () => Acting | undefined;
  /** Timeouts to choose from, in s. */
  readonly timeoutPresets: readonly number[];
  /** Sent with every timeout and ban that has no other; may be empty. */
  readonly reason: string;
  readonly buttons: readonly LineButton[];
  /** The platform has nothing but these buttons. */
  readonly only?: boolean;
  /** Nothing is done to anybody here: it does not matter whom nothing could be done to. */
  readonly quiet?: boolean;
  readonly keys: readonly KeyChoice[];
  readonly reasons: readonly Reason[];
  /** The reasons given last, the newest first. */
  readonly usedReasons: readonly string[];
  readonly nameOpens: NameOpens;
  /** How long a watch lasts, min. */
  readonly watchMinutes: number;
}

/** What {@link mountLineTools} needs. */
export interface LineToolsParts {
  readonly document: Document;
  readonly chat: ChatPage;
  readonly desk: Desk;
  /** Login of the account that acts now. */
  readonly actor: () => string | undefined;
  readonly settings: () => LineToolsSettings;
  /** Other tools of the page that buttons can call. */
  readonly calls?: Calls;
  /** What opens over the page. */
  readonly panels: Later<Panels>;
  /** It cannot be had. */
  readonly missed: (error: unknown) => void;
  /** Whose panels open at the edge of this chat; see `hotkeysOf`. */
  readonly panelsOf: DoingParts['panelsOf'];
  /** Opens such a panel, and gives the focus back to `opener` in the end; whether there is one now. */
  readonly open: (panel: PanelId, opener: HTMLElement) => boolean;
  /** Whether our extension still runs; asked before anything is shown. */
  readonly isAlive: () => boolean;
  /** Others who want to hear of lines and acts: whoever reads a line twice makes chat slow. */
  readonly people?: Pick<PeopleTools, 'added' | 'left' | 'moved' | 'acted'>;
}

/** The tools, as their owner sees them. */
export interface LineTools {
  /** The logged action `entryId` was taken back, perhaps elsewhere. */
  readonly undone: (entryId: string, undoneAt: number) => void;
  /** The settings changed. */
  readonly settingsChanged: () => void;
  /** More may be known of the lines than a moment ago, and certainly of the messages `ids`. */
  readonly learnt: (ids: readonly string[]) => void;
  /** See `Notices`. */
  readonly complain: Notices['complain'];
  /** Does what a card asks for. */
  readonly cards: CardHand;
}

/** What can be done from a card, with the same questions, protections and words as at a line. */
export interface CardHand extends Pick<
  Doing,
  'act' | 'askLength' | 'needsReason' | 'question' | 'drop' | 'reasons'
> {
  /** With what a key does there what it stands for. */
  readonly keys: CardKeysParts;
}

/** Puts the tools into the page, until `signal` aborts. */
export function mountLineTools(parts: LineToolsParts, signal: AbortSignal): LineTools {
  const { document, chat, desk, actor, settings, isAlive, people } = parts;
  const { theme } = chat;
  const menu = partOf(parts.panels, ({ LineMenu }) => LineMenu);
  const lines = new Lines();
  let meant: ChatMessage | undefined;
  let held: readonly Modifier[] = [];
  /** What decides where each button of the toolbar stands and what it does, as it was drawn last. */
  let drawn: { readonly message: ChatMessage; readonly layout: string; readonly next: string } | undefined;

  const acts = new Acts(
    desk,
    show,
    () => settings().reason,
    Date.now,
    (act) => isOver(act, chat),
  );
  const state = lineState({ acts, chat, actor });
  const marks = new Marks({ document, theme });
  const notices = mountNotices(
    {
      document,
      theme,
      onUndo,
      onRetry: ({ id }) => acts.retry(id),
      onUnlock: ({ id }) => acts.unlock(id),
    },
    signal,
  );
  function onUndo({ id, message }: Act): void {
    // Its message offers it a little longer than there is something to take back.
    if (!acts.undo(id)) notices.complain(text('saidUndoFailed', message.author.login), { code: 'undo-gone' });
  }
  const place = new ToolPlace(document, chat.scrollerOf, notices.moved);
  const doing = new Doing({
    desk,
    acts,
    settings,
    notices,
    panels: parts.panels,
    missed: parts.missed,
    rules: () => chat.rules?.() ?? [],
    learnt: (key) => {
      if (meant && chatterKey(meant) === key) draw();
    },
    ...(parts.calls && { calls: parts.calls }),
    panelsOf: parts.panelsOf,
  });
  const seat: Seat = {
    id: '',
    anchor: () => place.root.shadow.querySelector('.ss-line-toolbar'),
    line: () => place.line,
    // The same line may have been read once more meanwhile.
    isAt: (message) => meant !== undefined && isSame(meant, message),
    focused: () => {
      const { activeElement, body } = document;
      if (activeElement === body) return undefined;
      return activeElement === place.root.host ? place.line : activeElement;
    },
    pin: place.pin,
    draw,
  };

  /** Draws what was done about `message`, which stands in `line`, here or elsewhere. */
  function mark(message: ChatMessage, line: HTMLElement): void {
    const what = state.of(message);
    if (what) marks.put(message, what, line);
    else marks.drop(message);
  }

  /** The line of the tools shows the same message, of which something else is known now. */
  function renew(message: ChatMessage): void {
    meant = message;
    place.redrawn(performance.now());
    draw();
  }

  function bind(line: HTMLElement | undefined, at: number): void {
    if (!isAlive() || place.isPinned || line === place.line) return;
    meant = line && chat.read(line);
    const next = meant && line;
    // Whoever means a line may ask for something in a moment.
    if (next) parts.panels.soon();
    marks.cover(next);
    place.move(next, at);
    draw();
  }

  /** Whether `button` may be pressed about the message that is meant. */
  function may(button: LineButton, message: ChatMessage): boolean {
    const standing = protectedAs(message, [actor(), chat.viewer().login]);
    return mayPress(button, standing, actor() === message.channel.login, message);
  }

  function isDeleted(message: ChatMessage): boolean {
    const act = acts.about(message);
    return message.deleted || (act?.what.kind === 'delete' && act.state.status === 'done');
  }

  const occasionOf = (message: ChatMessage) => ({
    channel: message.channel.login,
    deleted: isDeleted(message),
    newcomer: message.first === true,
  });

  /** Where `message` stands, if it still does. */
  function lineOf({ id }: ChatMessage): HTMLElement | undefined {
    const line = id === undefined ? undefined : lines.lineOf(id);
    return line && chat.read(line)?.id === id ? line : undefined;
  }

  /** The line of the tools shows another message than the one that was meant. */
  function rebind(line: HTMLElement): void {
    const at = performance.now();
    doing.drop(seat.id);
    place.pin(false);
    bind(undefined, at);
    bind(line, at);
  }

  /** What `message` is now, if the line of the tools still shows it: the page may have put another one there. */
  function still(message: ChatMessage): ChatMessage | undefined {
    const { line } = place;
    const now = line?.isConnected ? chat.read(line) : undefined;
    if (now && isSame(now, message)) return now;
    if (line) rebind(line);
    notices.moved();
    return undefined;
  }

  /** Does what a hotkey says, or says why not. */
  function pressByKey(
    button: LineButton,
    message: ChatMessage,
    occasion: ReturnType<typeof occasionOf>,
    at: Seat,
  ): void {
    const isHidden = occasion.deleted && button.steps.some((step) => step.do === 'blind');
    if (isHidden) notices.say(text('hiddenAlready'));
    else if (may(button, message) && fits(button, occasion)) doing.press(button, message, 'key', at);
    else notices.say(doing.refusal(message));
  }

  function undoAbout(message: ChatMessage | undefined): void {
    const act = acts.about(message);
    if (act) acts.undo(act.id);
  }

  function draw(): void {
    const message = meant;
    if (!message) return;
    const act = acts.about(message);
    const { buttons, timeoutPresets, quiet = false } = settings();
    const occasion = { ...occasionOf(message), held };
    const there = buttons.filter((button) => isThere(button, occasion) && may(button, message));
    const isNextThere = there.some(({ steps }) => steps[0]?.do === 'next');
    const next = isNextThere ? doing.nextFor(message)?.next : undefined;
    const canUndo = act && acts.undoLeft(act) !== undefined;
    const layout = JSON.stringify([there.map(({ id }) => id), act?.id, act?.state.status, canUndo]);
    const step = next ? JSON.stringify(next) : '';
    const isSame = drawn?.message === message;
    // Until the next step is known its button does nothing, and it does not grow when its words come.
    const means = isSame && drawn?.next !== '' && drawn?.next !== step;
    if (isSame && (drawn?.layout !== layout || means)) place.redrawn(performance.now());
    drawn = { message, layout, next: step };
    place.root.theme(theme());
    place.root.draw(
      <div class="ss-line-tools">
        <LineToolbar
          key={message.id}
          message={message}
          standing={quiet ? undefined : protectedAs(message, [actor(), chat.viewer().login])}
          quiet={quiet}
          buttons={there}
          keyOf={doing.keyOf}
          next={next}
          presets={timeoutPresets}
          onPress={(button) => still(message) && doing.press(button, message, 'button', seat)}
          onLength={(seconds) => still(message) && doing.timeOut(seconds, message, seat)}
          onOtherLength={() => still(message) && doing.timeOut(undefined, message, seat)}
          onMenu={place.pin}
          menu={menu}
          missed={parts.missed}
          onEscape={() => place.line?.focus({ preventScroll: true })}
        />
        {state.of(message)}
        {doing.question(seat.id)}
        <TooltipLayer />
      </div>,
    );
  }

  function show(act: Act): void {
    if (signal.aborted) return;
    const { message } = act;
    const line = lineOf(message);
    const isMeant = meant !== undefined && isSame(message, meant);
    marks.put(message, state.ofAct(act), line ?? (isMeant ? place.line : undefined));
    doing.changed(act);
    if (isMeant) draw();
    notices.announce(act);
    people?.acted(act);
  }

  function moved(): void {
    const now = performance.now();
    place.shifted(now);
    marks.tidy();
    people?.moved();
    if (place.line?.isConnected !== false) return;
    doing.drop(seat.id);
    // What was open at the line went with it.
    place.pin(false);
    place.root.draw(null);
    pointing.forget(now);
  }

  function added(newLines: readonly HTMLElement[]): void {
    if (!isAlive()) return;
    const messages = chat.readAll(newLines);
    for (const [at, line] of newLines.entries()) {
      const message = messages[at];
      // The page may have drawn another message into a row that it had.
      marks.read(line, message);
      if (line === place.line) {
        if (!(message && meant && isSame(message, meant))) rebind(line);
        else if (message.deleted !== meant.deleted) renew(message);
      }
      if (!message) {
        people?.left(line);
        continue;
      }
      people?.added(line, message);
      if (message.id === undefined) continue;
      lines.put(message.id, line);
      mark(message, line);
    }
  }

  const ticking = setInterval(() => {
    if (document.hidden || !isAlive()) return;
    for (const act of acts.runningOut(secondsMatter)) {
      marks.put(act.message, state.ofAct(act));
      if (meant && isSame(act.message, meant)) draw();
    }
  }, 1_000);
  signal.addEventListener('abort', () => clearInterval(ticking));

  const pointing = followPointing(
    {
      document,
      lineAt: chat.lineAt,
      isTools: (target) => target === place.root.host,
      meant: bind,
      stirred: place.stir,
      focused: place.focus,
    },
    signal,
  );

  chat.watch({ moved, added }, signal);

  followKeys(
    {
      document,
      within: focusedIn,
      pressed: lineKeys({
        hotkeys: doing.hotkeys,
        lines: chat.lines,
        isMessage: (line) => chat.read(line) !== undefined,
        line: () => place.line,
        isBusy: () => place.isPinned || !isAlive(),
        isMeant: (at) => {
          const isMeant = place.isMeant(at, pointing.lineUnder);
          if (!isMeant) notices.moved();
          return isMeant;
        },
        goTo: (line) => {
          // The page makes its lines focusable; older markup does not.
          if (line.tabIndex < 0) line.tabIndex = -1;
          line.focus({ preventScroll: true, focusVisible: true });
          place.reveal();
        },
        leave: () => {
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        },
        press: (hotkey) => {
          const message = meant;
          const button = message && buttonOfKey(hotkey, settings().buttons, message.channel.login);
          // The page may have drawn it as deleted since it was read.
          const now = button && still(message);
          if (now) pressByKey(button, message, occasionOf(now), seat);
        },
        undo: () => undoAbout(meant),
        open: (panel) => {
          const { activeElement: before, body } = document;
          return parts.open(panel, before instanceof HTMLElement ? before : body);
        },
        help: () => {
          const { line } = place;
          doing.help(() => {
            line?.focus({ preventScroll: true });
            // Chat went on meanwhile.
            if (line) place.reveal();
          });
        },
      }),
      held: ({ alt, ctrl, shift }) => {
        const now = [
          ...(alt ? ['alt'] : []),
          ...(ctrl ? ['ctrl'] : []),
          ...(shift ? ['shift'] : []),
        ] as Modifier[];
        if (now.join() === held.join()) return;
        held = now;
        if (settings().buttons.some((button) => button.held !== undefined)) draw();
      },
    },
    signal,
  );

  signal.addEventListener('abort', () => {
    marks.clear();
    place.remove();
  });
  return {
    undone: (entryId, undoneAt) => acts.undoneElsewhere(entryId, undoneAt),
    settingsChanged: draw,
    learnt: (ids) => {
      for (const id of ids) {
        const at = lines.lineOf(id);
        const message = at && chat.read(at);
        if (!at || message?.id !== id) continue;
        mark(message, at);
        if (at === place.line) renew(message);
      }
      const { line } = place;
      if (!line || meant?.author.id !== undefined) return;
      if (chat.read(line)?.author.id !== undefined) rebind(line);
    },
    complain: notices.complain,
    cards: {
      act: (...wish) => doing.act(...wish),
      askLength: (...wish) => doing.askLength(...wish),
      needsReason: (...deed) => doing.needsReason(...deed),
      question: (id) => doing.question(id),
      drop: (id) => doing.drop(id),
      reasons: (message) => doing.reasons(message),
      keys: {
        doing,
        buttons: () => settings().buttons,
        isAlive,
        // Whether the message was deleted says nothing of the person.
        press: (button, message, card) =>
          pressByKey(button, message, { ...occasionOf(message), deleted: false }, card),
        undo: undoAbout,
      },
    },
  };
}
