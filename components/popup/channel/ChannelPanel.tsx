import type { VNode } from 'preact';

import { text } from '../../../lib/text.ts';
import { Rounds, type RoundsProps } from './Rounds.tsx';

/** The tab "Channel": polls and predictions of the user's own channel. */
export function ChannelPanel(props: RoundsProps): VNode {
  return (
    <div class="ss-channel">
      <h1 class="ss-aloud">{text('tabChannel')}</h1>
      <Rounds {...props} />
    </div>
  );
}
