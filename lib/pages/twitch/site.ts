/** Twitch's pages, as far as their health goes. */
import type { Site } from '../health.ts';
import { anchors } from './anchors.ts';

export const twitchSite: Site = {
  anchors,
  needs: (has, probe) => {
    const chat = has('room') || has('container');
    const isRecorded = has('recordedLine');
    // The probe knows names and words without the page.
    return { chat, live: chat && !isRecorded, line: has('line') && (isRecorded || probe === false) };
  },
  container: 'container',
  line: 'line',
  recorded: 'recordedLine',
  withoutIds: 'lossIds',
  stream: 'events',
};
