/** The style sheets of the sweep's panel, as text. They come with its own script. */
import banner from '../../Banner.css?inline';
import checkbox from '../../Checkbox.css?inline';
import progress from '../../ProgressBar.css?inline';
import { peopleStyles } from '../people/styles.ts';
import sweep from './sweep.css?inline';

/** All of them. */
export const sweepStyles: string = [peopleStyles, banner, checkbox, progress, sweep].join('\n');
