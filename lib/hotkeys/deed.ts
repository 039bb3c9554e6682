/** What a key does where there is somebody to do it to. Pure. */
import { asSet, buttonAsSet } from '../moderation/ask.ts';
import { type LineButton, restrictionOf, timeoutOf } from '../moderation/line-button.ts';
import { forGood, type Hotkey } from './hotkeys.ts';

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
