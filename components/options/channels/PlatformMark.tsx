import type { VNode } from 'preact';

import type { Platform } from '../../../lib/chat/message.ts';
import { text } from '../../../lib/text.ts';
import { Badge } from '../../Badge.tsx';

/** Where a channel is. */
export function PlatformMark({ platform }: { platform: Platform }): VNode {
  return (
    <span class="ss-channels-platform">
      <Badge kind="neutral">{text(platform === 'chzzk' ? 'platformChzzk' : 'platformTwitch')}</Badge>
    </span>
  );
}
