import type { VNode } from 'preact';

import { Badge } from '../../Badge.tsx';
import { countdown, exactTime } from '../../formats.ts';
import { useLocale } from '../../locale.ts';

/** What the head is drawn from. Times are Unix epoch milliseconds. */
export interface RoundHeadProps {
  title: string;
  /** In one word. */
  state: string;
  running: boolean;
  left?: { readonly until: number; readonly now: number; readonly label: string } | undefined;
}

/** The question, what state it is in, and how much time is left. */
export function RoundHead({ title, state, running, left }: RoundHeadProps): VNode {
  const locale = useLocale(undefined);
  return (
    <div class="ss-round-head">
      <bdi class="ss-round-title">{title}</bdi>
      <Badge kind={running ? 'live' : 'neutral'}>{state}</Badge>
      {left && (
        <span
          class="ss-round-left"
          role="timer"
          aria-label={left.label}
          title={exactTime(left.until, locale)}
        >
          {countdown(left.until - left.now)}
        </span>
      )}
    </div>
  );
}
