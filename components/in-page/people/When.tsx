import type { VNode } from 'preact';

import { text } from '../../../lib/text.ts';

/** A day, or a moment. `at` is Unix epoch milliseconds. */
export function When({ at, withTime = false }: { at: number; withTime?: boolean }): VNode {
  const locale = text('languageTag');
  const format = withTime
    ? ({ dateStyle: 'short', timeStyle: 'short' } as const)
    : ({ dateStyle: 'medium' } as const);
  return <time dateTime={new Date(at).toISOString()}>{new Date(at).toLocaleString(locale, format)}</time>;
}
