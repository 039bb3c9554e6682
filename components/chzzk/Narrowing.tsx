import type { VNode } from 'preact';

import { periods, type Search, sortings, tiers } from '../../lib/chzzk/manage/wish.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { wholeMonths } from '../formats.ts';
import { useLocale } from '../locale.ts';
import { Select } from '../Select.tsx';

/** A way to narrow a list down, or to sort it. */
export type NarrowingKind = Exclude<keyof Search, 'name'>;

interface Choice {
  readonly label: TextKey;
  readonly values: readonly (string | number)[];
  /** The words for all of them, where one need not choose. */
  readonly all?: TextKey;
  readonly wordFor: (value: string | number, language: string | undefined) => string;
}

const choices: Readonly<Record<NarrowingKind, Choice>> = {
  sort: {
    label: 'sortBy',
    values: sortings,
    wordFor: (value) => text(value === 'RECENT' ? 'sortNewestFirst' : 'sortLongestFirst'),
  },
  period: {
    label: 'subscriberPeriod',
    values: periods,
    all: 'subscriberAnyPeriod',
    wordFor: (value, language) => wholeMonths(Number(value), language),
  },
  tier: {
    label: 'subscriberTier',
    values: tiers,
    all: 'subscriberAnyTier',
    wordFor: (value) => tierName(String(value)),
  },
};

/** A tier's name; one that nobody knows goes by CHZZK's. */
export function tierName(tier: string): string {
  const known = /^TIER_(\d)$/.exec(tier)?.[1];
  return known === undefined ? tier : text('tierNumber', known);
}

/** What the choices are drawn from. */
export interface NarrowingProps {
  by: readonly NarrowingKind[];
  search: Search;
  onSearch: (search: Search) => void;
}

/** Choices by which CHZZK sorts a list and narrows it down. */
export function Narrowing({ by, search, onSearch }: NarrowingProps): VNode {
  const language = useLocale(undefined);
  return (
    <>
      {by.map((kind) => {
        const { label, values, all, wordFor } = choices[kind];
        return (
          <Select
            key={kind}
            label={text(label)}
            hideLabel
            value={String(search[kind] ?? '')}
            options={[
              ...(all === undefined ? [] : [{ value: '', label: text(all) }]),
              ...values.map((value) => ({ value: String(value), label: wordFor(value, language) })),
            ]}
            onChange={(chosen) => {
              const value = values.find((one) => String(one) === chosen);
              const wanted: readonly (readonly [string, unknown])[] = Object.entries({
                ...search,
                [kind]: value,
              });
              // What is not asked for is not there, rather than empty.
              onSearch(
                Object.fromEntries(wanted.filter(([, one]) => one !== undefined)) as unknown as Search,
              );
            }}
          />
        );
      })}
    </>
  );
}
