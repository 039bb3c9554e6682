/** What hotkeys do on a card: what they do at a line, about whoever the card is of. */
import type { ChatMessage } from '../../lib/chat/message.ts';
import { deedOnCard } from '../../lib/hotkeys/card-deed.ts';
import type { LineButton } from '../../lib/moderation/line-button.ts';
import { withReason } from '../../lib/pages/plan.ts';
import type { Doing, Seat } from './doing.tsx';

/** What {@link cardKeys} needs. */
export interface CardKeysParts {
  readonly doing: Pick<Doing, 'hotkeys' | 'question' | 'help'>;
  readonly buttons: () => readonly LineButton[];
  readonly isAlive: () => boolean;
  /** Presses a button about the author of a message, or says why not. */
  readonly press: (button: LineButton, message: ChatMessage, seat: Seat) => void;
  readonly undo: (message: ChatMessage) => void;
}

/** A key pressed on a card: the message from which that was opened, where it is, and the reason that stands on it. */
export interface CardKey {
  readonly chord: string;
  readonly isRepeat: boolean;
  readonly message: ChatMessage;
  readonly seat: Seat;
  readonly reason: string;
}

/** Answers a key: whether it holds on a card, and did (or was refused) what it stands for. */
export function cardKeys(parts: CardKeysParts): (key: CardKey) => boolean {
  const { doing, buttons, isAlive, press, undo } = parts;
  return ({ chord, isRepeat, message, seat, reason }) => {
    const deed = deedOnCard(chord, doing.hotkeys(), buttons(), message.channel.login);
    if (!deed || doing.question(seat.id) || !isAlive()) return false;
    if (isRepeat) return true;
    if (deed === 'line.undo') undo(message);
    else if (deed === 'help.keys') {
      const before = seat.focused();
      doing.help(() => before instanceof HTMLElement && before.focus({ preventScroll: true }));
    } else press(withReason(deed, reason), message, seat);
    return true;
  };
}
