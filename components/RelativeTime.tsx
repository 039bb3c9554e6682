import type { VNode } from 'preact';

import { elapsedTime, exactTime, relativeTime } from './formats.ts';
import { useLocale } from './locale.ts';

/** What a time is drawn from; both are Unix epoch milliseconds, and `now` comes from the face's one clock. */
export interface RelativeTimeProps {
  at: number;
  now: number;
  locale?: string | undefined;
}

/** How long ago something was; the exact moment is in the title. */
export function RelativeTime({ at, now, locale }: RelativeTimeProps): VNode {
  const language = useLocale(locale);
  return (
    <time class="ss-time" dateTime={new Date(at).toISOString()} title={exactTime(at, language)}>
      {relativeTime(at, now, language)}
    </time>
  );
}

/** How long something has gone on since `at`; the exact moment is in the title. */
export function Elapsed({ at, now, locale }: RelativeTimeProps): VNode {
  const language = useLocale(locale);
  return (
    <time class="ss-time" dateTime={new Date(at).toISOString()} title={exactTime(at, language)}>
      {elapsedTime(at, now, language)}
    </time>
  );
}
