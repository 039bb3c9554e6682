/**
 * The tools in a chat: one toolbar that goes to the line the user means, a mark on each line acted upon, and one region
 * of messages. Knows no platform: the chat and the background are handed in.
 */
import { type ChatMessage, isSame } from '../../lib/chat/message.ts';
import { type KeyChoice } from '../../lib/hotkeys/hotkeys.ts';
import { fits, isThere, type LineButton, type Modifier } from '../../lib/moderation/line-button.ts';
import type { Reason } from '../../lib/moderation/reason.ts';
import { type Act, Acts, type LineAction } from '../../lib/pages/acts.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { followKeys } from '../../lib/pages/keys.ts';
import { Lines } from '../../lib/pages/lines.ts';
import { mayPress } from '../../lib/pages/plan.ts';
import { followPointing } from '../../lib/pages/pointing.ts';
import { protectedAs } from '../../lib/pages/standing.ts';
import { ActMark } from './ActMark.tsx';
import { type Calls, Doing } from './doing.tsx';
import { lineKeys } from './line-keys.ts';
import { LineToolbar } from './LineToolbar.tsx';
import { Marks } from './marks.tsx';
import { mountNotices } from './notices.tsx';
import type { PeopleTools } from './people/people.tsx';
import { focusedIn } from './root.ts';
import { ToolPlace } from './tool-place.ts';
import { TooltipLayer } from '../Tooltip.tsx';

/** What the tools read whenever they need it; it may change while they stand. */
export interface LineToolsSettings {
  /** The profile that is in force here, where it is not the usual one. */
  readonly profile?: string;
  /** Timeouts to choose from, in s. */
  readonly timeoutPresets: readonly number[];
  /** Sent with every timeout and ban that has no other; may be empty. */
  readonly reason: string;
  readonly buttons: readonly LineButton[];
  /** The platform has nothing but these buttons. */
  readonly only?: boolean;
  readonly keys: readonly KeyChoice[];
  readonly reasons: readonly Reason[];
  /** The reasons given last, the newest first. */
  readonly usedReasons: readonly string[];
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
  /** Whether our extension still runs; asked before anything is shown. */
  readonly isAlive: () => boolean;
  /** Others who want to hear of lines and acts: whoever reads a line twice makes chat slow. */
  readonly people?: Pick<PeopleTools, 'added' | 'moved' | 'acted'>;
}

/** The tools, as their owner sees them. */
export interface LineTools {
  /** The logged action `entryId` was taken back, perhaps elsewhere. */
  readonly undone: (entryId: string, undoneAt: number) => void;
  /** The settings changed. */
  readonly settingsChanged: () => void;
  /** Does something about a message that has no toolbar now. */
  readonly act: (message: ChatMessage, what: LineAction) => void;
}

/** A button that times out for so long, s. */
const timeoutOf = (seconds: number): LineButton => ({ id: 'length', steps: [{ do: 'timeout', seconds }] });

/** Puts the tools into the page, until `signal` aborts. */
export function mountLineTools(parts: LineToolsParts, signal: AbortSignal): LineTools {
  const { document, chat, desk, actor, settings, isAlive, people } = parts;
  const { theme } = chat;
  const lines = new Lines();
  let meant: ChatMessage | undefined;
  let held: readonly Modifier[] = [];
  /** What decides where each button of the toolbar stands and what it does, as it was drawn last. */
  let drawn: { readonly message: ChatMessage; readonly layout: string; readonly next: string } | undefined;

  const acts = new Acts(desk, show, () => settings().reason);
  const markOf = (act: Act) => (
    <ActMark
      act={act}
      canUndo={acts.canUndo(act)}
      onUndo={() => acts.undo(act.id)}
      onRetry={() => acts.retry(act.id)}
      onUnlock={() => acts.unlock(act.id)}
    />
  );
  const marks = new Marks({ document, theme, markOf });
  const notices = mountNotices(
    {
      document,
      theme,
      onUndo: ({ id }) => acts.undo(id),
      onRetry: ({ id }) => acts.retry(id),
      onUnlock: ({ id }) => acts.unlock(id),
    },
    signal,
  );
  const place = new ToolPlace(document, chat.scrollerOf, notices.moved);
  const doing = new Doing({
    document,
    desk,
    acts,
    settings,
    notices,
    place,
    meant: () => meant,
    draw,
    ...(parts.calls && { calls: parts.calls }),
  });

  function bind(line: HTMLElement | undefined, at: number): void {
    if (!isAlive() || place.isPinned || line === place.line) return;
    meant = line && chat.read(line);
    const next = meant && line;
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
    doing.drop();
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
  function pressByKey(button: LineButton | undefined): void {
    const message = meant;
    const now = message && button && still(message);
    if (!now) return;
    // The page may have drawn it as deleted since it was read.
    if (may(button, message) && fits(button, occasionOf(now))) doing.press(button, message, 'key');
    else notices.say(doing.refusal(message));
  }

  function draw(): void {
    const message = meant;
    if (!message) return;
    const act = acts.about(message);
    const { buttons, timeoutPresets } = settings();
    const occasion = { ...occasionOf(message), held };
    const there = buttons.filter((button) => isThere(button, occasion) && may(button, message));
    const isNextThere = there.some(({ steps }) => steps[0]?.do === 'next');
    const next = isNextThere ? doing.nextFor(message)?.next : undefined;
    const layout = JSON.stringify([there.map(({ id }) => id), act?.id, act?.state.status]);
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
          standing={protectedAs(message, [actor(), chat.viewer().login])}
          buttons={there}
          keyOf={doing.keyOf}
          next={next}
          presets={timeoutPresets}
          onPress={(button) => still(message) && doing.press(button, message, 'button')}
          onLength={(seconds) => still(message) && doing.press(timeoutOf(seconds), message, 'button')}
          onOtherLength={() => still(message) && doing.askLength(message)}
          onMenu={place.pin}
          onEscape={() => place.line?.focus({ preventScroll: true })}
        />
        {act && markOf(act)}
        {doing.question()}
        <TooltipLayer />
      </div>,
    );
  }

  function show(act: Act): void {
    if (signal.aborted) return;
    const { message } = act;
    const line = lineOf(message);
    const isMeant = meant !== undefined && isSame(message, meant);
    marks.put(act, line ?? (isMeant ? place.line : undefined));
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
    doing.drop();
    // What was open at the line went with it.
    place.pin(false);
    place.root.draw(null);
    pointing.forget(now);
  }

  function added(newLines: readonly HTMLElement[]): void {
    if (!isAlive()) return;
    for (const line of newLines) {
      const message = chat.read(line);
      // The page may have drawn another message into a row that it had.
      marks.read(line, message);
      if (line === place.line && !(message && meant && isSame(message, meant))) rebind(line);
      if (!message) continue;
      people?.added(line, message);
      if (message.id === undefined) continue;
      lines.put(message.id, line);
      const act = acts.about(message);
      if (act) marks.put(act, line);
    }
  }

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
        press: (buttonId) => pressByKey(doing.buttonOf(buttonId)),
        timeout: (seconds) => pressByKey(timeoutOf(seconds)),
        undo: () => {
          const act = acts.about(meant);
          if (act) acts.undo(act.id);
        },
        help: doing.help,
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
    act: (message, what) => void acts.start(message, what),
  };
}
