/** What stands in a line about its message: how far what was done from here is, or what somebody else did. */
import type { VNode } from 'preact';

import type { ChatMessage } from '../../lib/chat/message.ts';
import type { Act, Acts } from '../../lib/pages/acts.ts';
import type { ChatPage } from '../../lib/pages/chat-page.ts';
import { ActMark } from './ActMark.tsx';
import { ElsewhereMark } from './ElsewhereMark.tsx';
import { hiddenText } from './happened/hidden-text.ts';

/** What {@link lineState} needs. */
export interface LineStateParts {
  readonly acts: Acts;
  readonly chat: Pick<ChatPage, 'happenings'>;
  /** Who acts here. */
  readonly actor: () => string | undefined;
}

/** The state of lines. */
export interface LineState {
  readonly ofAct: (act: Act) => VNode;
  /** `undefined`: nothing was done about `message`. */
  readonly of: (message: ChatMessage) => VNode | undefined;
}

/** Whether what `act` pinned hangs there no longer: to take that back would take down another message. */
export const isOver = ({ what, message, state }: Act, { happenings }: LineStateParts['chat']): boolean =>
  what.kind === 'pin' &&
  message.id !== undefined &&
  state.status === 'done' &&
  happenings?.isUnpinned(message.id, state.entry.at) === true;

/** See the file's head. */
export function lineState({ acts, chat, actor }: LineStateParts): LineState {
  const hidingOf = ({ id }: ChatMessage) => (id === undefined ? undefined : chat.happenings?.hiding(id));
  const ofAct = (act: Act): VNode => (
    <ActMark
      act={act}
      told={hidingOf(act.message)}
      isOver={isOver(act, chat)}
      undoLeft={acts.undoLeft(act)}
      onUndo={() => void acts.undo(act.id)}
      onRetry={() => acts.retry(act.id)}
      onUnlock={() => acts.unlock(act.id)}
    />
  );
  return {
    ofAct,
    of: (message) => {
      const act = acts.about(message);
      if (act) return ofAct(act);
      const hiding = hidingOf(message);
      // Where nobody is named, it may be our own doing: whoever is restricted loses what they wrote, too.
      const isTheirs = hiding?.isHidden === true && hiding.by !== undefined && hiding.by.id !== actor();
      return isTheirs ? <ElsewhereMark words={hiddenText(hiding)} /> : undefined;
    },
  };
}
