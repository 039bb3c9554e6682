import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { Category } from '../../lib/chzzk/manage/wish.ts';
import { text } from '../../lib/text.ts';
import { Select } from '../Select.tsx';
import { TextInput } from '../TextInput.tsx';
import type { ManageActions } from './actions.ts';

/** What the choice of a category is drawn from. */
export interface CategoryFieldProps {
  category: Category | undefined;
  find: ManageActions['categories'];
  onChoose: (category: Category) => void;
}

/** Typing goes on for so long before it is searched for, ms. */
const pause = 300;

const keyOf = ({ type, id }: Category): string => `${type}/${id}`;

/** What broadcasts are about: chosen among those that CHZZK finds by name. */
export function CategoryField({ category, find, onChoose }: CategoryFieldProps): VNode {
  const [name, setName] = useState('');
  const [found, setFound] = useState<readonly Category[]>([]);
  const wanted = name.trim();

  useEffect(() => {
    if (wanted === '') return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void find(wanted).then((answer) => {
        if (isWanted) setFound('code' in answer ? [] : answer);
      });
    }, pause);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [wanted, find]);

  const offered = [
    ...(category ? [category] : []),
    ...(wanted === '' ? [] : found).filter((one) => !category || keyOf(one) !== keyOf(category)),
  ];
  return (
    <div class="ss-manage-form">
      <TextInput label={text('broadcastCategorySearch')} value={name} onChange={setName} spellcheck={false} />
      <Select
        label={text('broadcastCategory')}
        value={category ? keyOf(category) : ''}
        options={[
          ...(category ? [] : [{ value: '', label: text('broadcastNoCategory') }]),
          ...offered.map((one) => ({ value: keyOf(one), label: one.name })),
        ]}
        onChange={(value) => {
          const chosen = offered.find((one) => keyOf(one) === value);
          if (chosen) onChoose(chosen);
        }}
      />
    </div>
  );
}
