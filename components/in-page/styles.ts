/** The style sheets of what we draw in other people's pages, as text: each shadow root carries its own. */
import base from '../base.css?inline';
import button from '../Button.css?inline';
import icon from '../Icon.css?inline';
import iconButton from '../IconButton.css?inline';
import kbd from '../Kbd.css?inline';
import spinner from '../Spinner.css?inline';
import toast from '../Toast.css?inline';
import tokens from '../tokens.css?inline';
import toolbar from '../Toolbar.css?inline';
import tooltip from '../Tooltip.css?inline';
import line from './line.css?inline';
import notices from './notices.css?inline';

/** Every place of ours has them. */
export const commonStyles: string = [tokens, base, button, icon, iconButton, kbd, spinner, tooltip].join(
  '\n',
);

/** For what hangs on a chat line. */
export const lineStyles: string = [commonStyles, toolbar, line].join('\n');

/** For the region of messages. */
export const noticeStyles: string = [commonStyles, toast, notices].join('\n');
