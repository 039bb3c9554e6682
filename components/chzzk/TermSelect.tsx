import type { VNode } from 'preact';

import { type Term, terms } from '../../lib/chzzk/manage/wish.ts';
import { text } from '../../lib/text.ts';
import { wholeDays } from '../formats.ts';
import { useLocale } from '../locale.ts';
import { Select } from '../Select.tsx';

/** What the choice of a term is drawn from. */
export interface TermSelectProps {
  value: Term;
  onChange: (term: Term) => void;
}

/** For how long somebody is restricted. */
export function TermSelect({ value, onChange }: TermSelectProps): VNode {
  const language = useLocale(undefined);
  return (
    <Select
      label={text('restrictTerm')}
      value={String(value)}
      options={terms.map((term) => ({
        value: String(term),
        label: term === null ? text('restrictForGood') : wholeDays(term, language),
      }))}
      onChange={(chosen) => onChange(terms.find((term) => String(term) === chosen) ?? null)}
    />
  );
}
