/** The style sheets of the managers' panel in the page, as text. Nothing that stands in every chat needs them. */
import badge from '../Badge.css?inline';
import banner from '../Banner.css?inline';
import base from '../base.css?inline';
import button from '../Button.css?inline';
import checkbox from '../Checkbox.css?inline';
import choice from '../Choice.css?inline';
import brief from '../chzzk/Brief.css?inline';
import manage from '../chzzk/Manage.css?inline';
import dialog from '../Dialog.css?inline';
import field from '../Field.css?inline';
import icon from '../Icon.css?inline';
import iconButton from '../IconButton.css?inline';
import menu from '../Menu.css?inline';
import progressBar from '../ProgressBar.css?inline';
import relativeTime from '../RelativeTime.css?inline';
import section from '../Section.css?inline';
import skeleton from '../Skeleton.css?inline';
import spinner from '../Spinner.css?inline';
import states from '../States.css?inline';
import table from '../Table.css?inline';
import tabs from '../Tabs.css?inline';
import tokens from '../tokens.css?inline';
import tooltip from '../Tooltip.css?inline';
import own from './manage-panel.css?inline';
import panel from './people/panel.css?inline';

const parts = [tokens, base, icon, spinner, button, iconButton, tooltip, menu, field, checkbox, choice];
const lists = [states, banner, skeleton, progressBar, tabs, dialog, badge, relativeTime, section, table];

/** For the panel of a channel's managers. */
export const manageStyles: string = [...parts, ...lists, manage, brief, panel, own].join('\n');
