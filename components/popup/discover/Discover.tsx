import type { VNode } from 'preact';

import { text } from '../../../lib/text.ts';
import { EmptyState } from '../../States.tsx';

/** Channels that one does not follow yet. */
export function Discover(): VNode {
  return <EmptyState icon="search" title={text('tabDiscover')} />;
}
