import type { VNode } from 'preact';

import type { DayCount } from '../../lib/options/action-log.ts';
import { text } from '../../lib/text.ts';
import { useLocale } from '../locale.ts';

/** How many actions each of the last days saw, as bars that are also a list of numbers. */
export function DayCounts({ days }: { days: readonly DayCount[] }): VNode {
  const locale = useLocale(undefined);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  return (
    <figure class="ss-days">
      <figcaption>{text('logPerDay')}</figcaption>
      <ol>
        {days.map(({ at, count }) => (
          <li key={at} title={`${day.format(at)}: ${count}`}>
            <span class="ss-aloud">
              {day.format(at)}: {count}
            </span>
            <span class="ss-day-bar" aria-hidden="true" style={{ '--ss-part': count / most }} />
            <span class="ss-day-count" aria-hidden="true">
              {count === 0 ? '' : count}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
