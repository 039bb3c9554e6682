import type { VNode } from 'preact';

import { text } from '../lib/text.ts';
import { compactNumber } from './formats.ts';
import { useLocale } from './locale.ts';

/** What a number of viewers is drawn from. */
export interface ViewerCountProps {
  count: number;
  /** The whole sentence for the title and for assistive technology: "12,345 viewers". */
  label: string;
  locale?: string | undefined;
}

/** The sentence for {@link ViewerCountProps.label}. */
export const viewersWords = (count: number): string =>
  text(count === 1 ? 'viewersOne' : 'viewersCount', count);

/** How many are watching, short, with the live dot. */
export function ViewerCount({ count, label, locale }: ViewerCountProps): VNode {
  const language = useLocale(locale);
  return (
    <span class="ss-viewers" title={label}>
      <span class="ss-viewers-dot" aria-hidden="true" />
      <span aria-hidden="true">{compactNumber(count, language)}</span>
      <span class="ss-aloud">{label}</span>
    </span>
  );
}
