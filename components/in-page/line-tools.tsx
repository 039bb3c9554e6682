/**
 * The tools in a chat: one toolbar that goes to the line the user means, a mark on each line acted upon, and one region
 * of messages. Knows no platform: the chat and the background are handed in.
 */
import type { ChatMessage } from '../../lib/chat/message.ts';
import { RecentMessages } from '../../lib/chat/recent.ts';
import { type Act, Acts } from '../../lib/pages/acts.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { Lines } from '../../lib/pages/lines.ts';
import { followPointing } from '../../lib/pages/pointing.ts';
import { protectedAs } from '../../lib/pages/standing.ts';
import { ActMark } from './ActMark.tsx';
import { LineToolbar } from './LineToolbar.tsx';
import { Marks } from './marks.tsx';
import { mountNotices } from './notices.tsx';
import { ToolPlace } from './tool-place.ts';
import { TooltipLayer } from '../Tooltip.tsx';

/** What the tools read whenever they need it; it may change while they stand. */
export interface LineToolsSettings {
  /** Timeouts to choose from, in s. */
  readonly timeoutPresets: readonly number[];
  /** Sent with every timeout and ban; may be empty. */
  readonly reason: string;
}

/** What {@link mountLineTools} needs. */
export interface LineToolsParts {
  readonly document: Document;
  readonly chat: ChatPage;
  readonly desk: Desk;
  /** Login of the account that acts. */
  readonly actor: string | undefined;
  readonly settings: () => LineToolsSettings;
  /** Whether our extension still runs; asked before anything is shown. */
  readonly isAlive: () => boolean;
}

/** The tools, as their owner sees them. */
export interface LineTools {
  /** The logged action `entryId` was taken back, perhaps elsewhere. */
  readonly undone: (entryId: string, undoneAt: number) => void;
}

/** Puts the tools into the page, until `signal` aborts. */
export function mountLineTools(parts: LineToolsParts, signal: AbortSignal): LineTools {
  const { document, chat, desk, actor, settings, isAlive } = parts;
  const { theme } = chat;
  const recent = new RecentMessages();
  const lines = new Lines();
  let meant: ChatMessage | undefined;

  const acts = new Acts(desk, show, () => settings().reason);
  const markOf = (act: Act) => (
    <ActMark
      act={act}
      onUndo={() => acts.undo(act.id)}
      onRetry={() => acts.retry(act.id)}
      onAllow={() => acts.allow(act.id)}
    />
  );
  const marks = new Marks({ document, theme, markOf });
  const notices = mountNotices(
    {
      document,
      theme,
      onUndo: ({ id }) => acts.undo(id),
      onRetry: ({ id }) => acts.retry(id),
      onAllow: ({ id }) => acts.allow(id),
    },
    signal,
  );
  const place = new ToolPlace(document, chat.scrollerOf, notices.moved);

  function bind(line: HTMLElement | undefined, at: number): void {
    if (!isAlive() || place.isPinned || line === place.line) return;
    meant = line && chat.read(line);
    const next = meant && line;
    marks.cover(next);
    place.move(next, at);
    draw();
  }

  function draw(): void {
    const message = meant;
    if (!message) return;
    const act = acts.about(message.id);
    const isDeleted = message.deleted || (act?.what.kind === 'delete' && act.state.status === 'done');
    place.root.theme(theme());
    place.root.draw(
      <div class="ss-line-tools">
        <LineToolbar
          key={message.id}
          message={message}
          standing={protectedAs(message, [actor, chat.viewer().login])}
          canDelete={message.id !== undefined && !isDeleted}
          presets={settings().timeoutPresets}
          onAct={(what) => acts.start(message, what)}
          onMenu={place.pin}
          onEscape={() => place.line?.focus({ preventScroll: true })}
        />
        {act && markOf(act)}
        <TooltipLayer />
      </div>,
    );
  }

  function show(act: Act): void {
    if (signal.aborted) return;
    const { message } = act;
    const line = message.id === undefined ? undefined : lines.lineOf(message.id);
    marks.put(act, line ?? (message === meant ? place.line : undefined));
    if (message === meant || (message.id !== undefined && message.id === meant?.id)) draw();
    notices.announce(act);
  }

  function moved(): void {
    const now = performance.now();
    place.shifted(now);
    marks.tidy();
    if (place.line?.isConnected === false) bind(undefined, now);
  }

  function added(newLines: readonly HTMLElement[]): void {
    if (!isAlive()) return;
    for (const line of newLines) {
      const message = chat.read(line);
      if (!message) continue;
      recent.add(message);
      if (message.id === undefined) continue;
      lines.put(message.id, line);
      const act = acts.about(message.id);
      if (act) marks.put(act, line);
    }
  }

  chat.watch({ moved, added }, signal);

  followPointing(
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

  signal.addEventListener('abort', () => {
    marks.clear();
    place.remove();
  });
  return { undone: (entryId, undoneAt) => acts.undoneElsewhere(entryId, undoneAt) };
}
