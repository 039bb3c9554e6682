/** The style sheets of the sweep's panel, as text. They come with its own script. */
import banner from '../../Banner.css?inline';
import base from '../../base.css?inline';
import button from '../../Button.css?inline';
import checkbox from '../../Checkbox.css?inline';
import field from '../../Field.css?inline';
import icon from '../../Icon.css?inline';
import iconButton from '../../IconButton.css?inline';
import menu from '../../Menu.css?inline';
import progress from '../../ProgressBar.css?inline';
import spinner from '../../Spinner.css?inline';
import tokens from '../../tokens.css?inline';
import tooltip from '../../Tooltip.css?inline';
import people from '../people/people.css?inline';
import sweep from './sweep.css?inline';

/** All of them. */
export const sweepStyles: string = [
  ...[tokens, base, button, icon, iconButton, spinner, tooltip],
  ...[banner, checkbox, field, menu, progress, people, sweep],
].join('\n');
