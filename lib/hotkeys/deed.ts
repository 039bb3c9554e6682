/** What a key does where there is somebody to do it to. Pure. */
import { asSet, buttonAsSet } from '../moderation/ask.ts';
import { isForPerson, type LineButton, restrictionOf, timeoutOf } from '../moderation/line-button.ts';
import { forGood, type Hotkey, hotkeysAt } from './hotkeys.ts';

/**
 * The button that `hotkey` stands for in `channel` (a login): one of the line, shown or not, or a timeout or restriction of so
 * many seconds. One that is not among the user's `buttons` asks for a reason as they set it for those.
 */
export function buttonOfKey(
  { id }: Hotkey,
  buttons: readonly LineButton[],
  channel: string,
): LineButton | undefined {
  const name = id.slice(id.indexOf(':') + 1);
  if (id.startsWith('length:')) return asSet(timeoutOf(Number(name)), buttons, channel);
  if (id.startsWith('term:')) {
    return asSet(restrictionOf(name === forGood ? undefined : Number(name)), buttons, channel);
  }
  return id.startsWith('button:') ? buttonAsSet(name, buttons, channel) : undefined;
}

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
