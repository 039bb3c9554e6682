/** CHZZK's pages, as far as their health goes. */
import type { Site } from '../health.ts';
import { anchors } from './anchors.ts';

export const chzzkSite: Site = {
  anchors,
  // Whose line it is, is told by its name and words: without them no other reader helps.
  needs: (has) => ({ chat: has('log'), live: has('log'), line: has('message') }),
  container: 'log',
  line: 'message',
  withoutIds: 'lossAuthors',
  stream: 'socket',
};
