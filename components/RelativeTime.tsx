import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';

import { calendarAge, elapsedTime, exactTime, relativeTime } from './formats.ts';
import { useLocale } from './locale.ts';
import { Settled } from './settled.ts';

/** What a time is drawn from; both are Unix epoch milliseconds, and `now` comes from the face's one clock. */
export interface RelativeTimeProps {
  at: number;
  now: number;
  locale?: string | undefined;
}

/** How long ago something was; the exact moment is in the title. */
export function RelativeTime({ at, now, locale }: RelativeTimeProps): VNode {
  const language = useLocale(locale);
  return <Time at={at} words={relativeTime(at, now, language)} language={language} />;
}

/** How long something has gone on since `at`; the exact moment is in the title. */
export function Elapsed({ at, now, locale }: RelativeTimeProps): VNode {
  const language = useLocale(locale);
  return <Time at={at} words={elapsedTime(at, now, language)} language={language} />;
}

/** What an age is drawn from. */
export interface AgeProps extends RelativeTimeProps {
  /** The sentence about the age in words; these are empty on the first day. */
  sentence: (age: string) => string;
}

/** How long something has held by the calendar, in a sentence; the exact moment is in the title. */
export function Age({ at, now, locale, sentence }: AgeProps): VNode {
  const language = useLocale(locale);
  return <Time at={at} words={sentence(calendarAge(at, now, language))} language={language} />;
}

function Time({ at, words, language }: { at: number; words: string; language: string | undefined }): VNode {
  const title = useContext(Settled) ? exactTime(at, language) : undefined;
  return (
    <time class="ss-time" dateTime={new Date(at).toISOString()} title={title}>
      {words}
    </time>
  );
}
