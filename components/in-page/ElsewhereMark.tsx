import type { VNode } from 'preact';

import { Icon } from '../Icon.tsx';

/** In the line: what somebody else did to it. */
export const ElsewhereMark = ({ words }: { words: string }): VNode => (
  <span class="ss-mark" data-status="elsewhere">
    <Icon name="eye" size={14} />
    <span class="ss-cut">{words}</span>
  </span>
);
