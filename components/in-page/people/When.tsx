import type { VNode } from 'preact';

import { text } from '../../../lib/text.ts';
import { dayOf, shortTime } from '../../formats.ts';

/** A day, or a moment. `at` is Unix epoch milliseconds. */
export function When({ at, withTime = false }: { at: number; withTime?: boolean }): VNode {
  const locale = text('languageTag');
  return (
    <time dateTime={new Date(at).toISOString()}>{withTime ? shortTime(at, locale) : dayOf(at, locale)}</time>
  );
}
