import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { type Collection, collectionLimits } from '../../../lib/live/collection.ts';
import { nameProblem, type NameProblem } from '../../../lib/live/collections.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { TextInput } from '../../TextInput.tsx';

/** What is wrong with a name, in words. */
export const nameWords: Readonly<Record<NameProblem, TextKey>> = {
  empty: 'collectionNameEmpty',
  taken: 'collectionNameTaken',
  'too-many': 'collectionsTooMany',
};

/** A field for the name of a new collection; what is wrong with it is said when it is to be made. */
export function NewCollection(props: {
  collections: readonly Collection[];
  onMake: (name: string) => void;
}): VNode {
  const { collections, onMake } = props;
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<NameProblem | undefined>();
  return (
    <form
      class="ss-lists-new"
      onSubmit={(event) => {
        event.preventDefault();
        const wrong = nameProblem(collections, name);
        setProblem(wrong);
        if (wrong) return;
        onMake(name.trim());
        setName('');
      }}
    >
      <TextInput
        label={text('collectionNew')}
        value={name}
        limit={collectionLimits.name}
        error={problem && text(nameWords[problem], collectionLimits.collections)}
        onChange={(next) => {
          setName(next);
          setProblem(undefined);
        }}
      />
      <Button type="submit" icon="plus">
        {text('collectionMake')}
      </Button>
    </form>
  );
}
