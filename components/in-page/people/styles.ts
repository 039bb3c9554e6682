/** The style sheets of panels over the page, as text. */
import field from '../../Field.css?inline';
import menu from '../../Menu.css?inline';
import { commonStyles } from '../styles.ts';
import panel from './panel.css?inline';
import people from './people.css?inline';

/** All of them. */
export const peopleStyles: string = [commonStyles, field, menu, panel, people].join('\n');
