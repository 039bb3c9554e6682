import type { VNode } from 'preact';

import type { Happening } from '../../../lib/chat/happenings.ts';
import { text } from '../../../lib/text.ts';
import { timeOfDay } from '../../formats.ts';
import { doerText, happenedText } from './words.ts';

/** What {@link Happened} is drawn from. */
export interface HappenedProps {
  /** The newest last. */
  all: readonly Happening[];
  /** Whom it is about stands before each. */
  named?: boolean;
  /** Said where nothing is known. */
  nothing: string;
}

/** Rows that are drawn at most. */
const atMost = 100;

/** What happened, the newest first. */
export function Happened({ all, named = false, nothing }: HappenedProps): VNode {
  // All of it was while the page stood open, or just before.
  const locale = text('languageTag');
  if (all.length === 0) return <p class="ss-quiet">{nothing}</p>;
  return (
    <ul class={`ss-card-list${named ? ' ss-card-whole' : ''}`} tabIndex={0} aria-label={text('roomHappened')}>
      {all
        .slice(-atMost)
        .toReversed()
        .map((one, index) => (
          <Row key={`${one.at} ${one.what} ${all.length - index}`} one={one} named={named} locale={locale} />
        ))}
    </ul>
  );
}

interface RowProps {
  one: Happening;
  named: boolean;
  locale: string;
}

function Row({ one, named, locale }: RowProps): VNode {
  const about = named && 'about' in one ? one.about : undefined;
  const words = one.what !== 'notice' && 'text' in one ? one.text : undefined;
  // CHZZK's own sentence names them already.
  const isNamed = about !== undefined && one.what !== 'notice';
  const by = 'by' in one && one.what !== 'notice' ? doerText(one) : undefined;
  return (
    <li>
      <span class="ss-card-when">
        <time dateTime={new Date(one.at).toISOString()}>{timeOfDay(one.at, locale)}</time>
      </span>
      <span>
        {isNamed && (
          <strong>
            <bdi>{about.name ?? text('happenedNoName')}</bdi>{' '}
          </strong>
        )}
        {happenedText(one)}
        {words !== undefined && words !== '' && (
          <>
            {': '}
            <bdi>{words}</bdi>
          </>
        )}
        {by !== undefined && <span class="ss-quiet"> {by}</span>}
      </span>
    </li>
  );
}
