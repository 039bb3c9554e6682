import type { VNode } from 'preact';

import { text } from '../../../lib/text.ts';
import { EmptyState } from '../../States.tsx';

/** What can be done in the channel of the tab in front. */
export function ChannelPanel(): VNode {
  return <EmptyState icon="live" title={text('tabChannel')} />;
}
