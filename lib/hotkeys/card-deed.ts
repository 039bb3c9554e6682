/** What a key does on a card. Pure. */
import { isForPerson, type LineButton } from '../moderation/line-button.ts';
import { buttonOfKey } from './deed.ts';
import { type Hotkey, hotkeysAt } from './hotkeys.ts';

/** Keys by which one moves in a card, or leaves it. */
const ofCard = /(?:^|\+)(?:Escape|Arrow\w+|Page\w+|Home|End)$/;

/**
 * What `chord` does on a card in `channel` (a login), which is about a person and no message: a button, or what its `id` says.
 * `undefined`: nothing, and the key keeps the meaning that it has there.
 */
export function deedOnCard(
  chord: string,
  hotkeys: readonly Hotkey[],
  buttons: readonly LineButton[],
  channel: string,
): LineButton | 'line.undo' | 'help.keys' | undefined {
  const [hotkey] = hotkeysAt(hotkeys, chord);
  if (!hotkey || ofCard.test(chord)) return undefined;
  if (hotkey.id === 'line.undo' || hotkey.id === 'help.keys') return hotkey.id;
  const button = buttonOfKey(hotkey, buttons, channel);
  return button && isForPerson(button) ? button : undefined;
}
