/** For how long somebody can be restricted, as a menu offers it. */
import { daysText } from '../../lib/moderation/duration.ts';
import { barTerms } from '../../lib/moderation/ladder.ts';
import { text } from '../../lib/text.ts';
import type { MenuProps } from '../Menu.tsx';

/** The entry that names no end. */
const forGood = 'for-good';

/** The entries of the menu. */
export const termGroups = (): MenuProps['groups'] => [
  { items: barTerms.map((seconds) => ({ id: String(seconds), label: daysText(seconds) })) },
  { items: [{ id: forGood, label: text('barForGood') }] },
];

/** What the entry `id` says: s, or for good. */
export const termOf = (id: string): { readonly seconds?: number } =>
  id === forGood ? {} : { seconds: Number(id) };
