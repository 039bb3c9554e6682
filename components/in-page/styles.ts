/** The style sheets of what we draw in other people's pages, as text: each shadow root carries its own. */
import base from '../base.css?inline';
import button from '../Button.css?inline';
import field from '../Field.css?inline';
import icon from '../Icon.css?inline';
import iconButton from '../IconButton.css?inline';
import kbd from '../Kbd.css?inline';
import menu from '../Menu.css?inline';
import slider from '../Slider.css?inline';
import spinner from '../Spinner.css?inline';
import toast from '../Toast.css?inline';
import tokens from '../tokens.css?inline';
import toolbar from '../Toolbar.css?inline';
import tooltip from '../Tooltip.css?inline';
import ask from './ask.css?inline';
import chatBar from './chat-bar.css?inline';
import cornerMark from './corner-mark.css?inline';
import line from './line.css?inline';
import panel from './people/panel.css?inline';
import people from './people/people.css?inline';
import notices from './notices.css?inline';
import sheet from './sheet.css?inline';

const common = [tokens, base, button, icon, iconButton, kbd, spinner, tooltip];

/** For what hangs on a chat line. */
export const lineStyles: string = [...common, field, menu, slider, toolbar, line, ask].join('\n');

/** For the region of messages. */
export const noticeStyles: string = [...common, toast, notices, ask, sheet].join('\n');

/** For cards and the watch. */
export const peopleStyles: string = [...common, field, menu, slider, ask, panel, people].join('\n');

/** For the mark in the corner. */
export const cornerMarkStyles: string = [...common, cornerMark].join('\n');

/** For the buttons at a chat's edge. */
export const chatBarStyles: string = [...common, chatBar].join('\n');
