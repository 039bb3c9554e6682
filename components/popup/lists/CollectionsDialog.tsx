import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { type Collection, collectionLimits } from '../../../lib/live/collection.ts';
import { nameProblem, renamed, withCollection } from '../../../lib/live/collections.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Dialog } from '../../Dialog.tsx';
import { IconButton } from '../../IconButton.tsx';
import { TextInput } from '../../TextInput.tsx';
import type { ListsActions } from './actions.ts';
import { nameWords, NewCollection } from './NewCollection.tsx';

/** What the dialog is drawn from. */
export interface CollectionsDialogProps {
  settings: Settings;
  actions: Pick<ListsActions, 'set'>;
  onClose: () => void;
}

/** The user's collections: made, renamed, taken away. */
export function CollectionsDialog({ settings, actions, onClose }: CollectionsDialogProps): VNode {
  const all = settings['live.collections'];
  /** The last one that was taken away, and where it stood. */
  const [gone, setGone] = useState<{ collection: Collection; index: number } | undefined>();

  const remove = (index: number): void => {
    const collection = all[index];
    if (!collection) return;
    setGone({ collection, index });
    actions.set('live.collections', all.toSpliced(index, 1));
  };
  const undo = (): void => {
    if (!gone) return;
    setGone(undefined);
    // One of that name may have been made meanwhile.
    if (nameProblem(all, gone.collection.name)) return;
    actions.set('live.collections', all.toSpliced(gone.index, 0, gone.collection));
  };
  const rename = (before: string, name: string): void => {
    actions.set('live.collections', renamed(all, before, name));
    if (settings['live.collection'] === before) actions.set('live.collection', name.trim());
  };

  return (
    <Dialog title={text('collections')} closeLabel={text('close')} onClose={onClose} size="small">
      <div class="ss-lists-dialog">
        <p class="ss-lists-quiet">{text('collectionsHint')}</p>
        <ul role="list" aria-label={text('collections')} class="ss-lists-collections">
          {all.map((collection, index) => (
            <CollectionRow
              key={collection.name}
              collection={collection}
              all={all}
              onRename={(name) => rename(collection.name, name)}
              onRemove={() => remove(index)}
            />
          ))}
        </ul>
        <div role="status" class="ss-lists-gone">
          {gone && (
            <>
              <span class="ss-cut">{text('collectionGone', gone.collection.name)}</span>
              <Button size="small" icon="undo" onClick={undo}>
                {text('undo')}
              </Button>
            </>
          )}
        </div>
        <NewCollection
          collections={all}
          onMake={(name) => actions.set('live.collections', withCollection(all, name))}
        />
      </div>
    </Dialog>
  );
}

interface CollectionRowProps {
  collection: Collection;
  all: readonly Collection[];
  onRename: (name: string) => void;
  onRemove: () => void;
}

/** A collection's name to be changed, and how many channels it has. The new name counts when the field is left. */
function CollectionRow({ collection, all, onRename, onRemove }: CollectionRowProps): VNode {
  const [name, setName] = useState(collection.name);
  const size = collection.channels.length;
  const problem = nameProblem(all, name, collection.name);
  const keep = (): void => {
    if (!problem && name.trim() !== collection.name) onRename(name);
  };
  return (
    <li
      onFocusOut={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) keep();
      }}
    >
      <TextInput
        label={text('collectionName', collection.name)}
        hideLabel
        value={name}
        limit={collectionLimits.name}
        error={problem && text(nameWords[problem])}
        onChange={setName}
      />
      <span class="ss-lists-quiet">{text(size === 1 ? 'collectionSizeOne' : 'collectionSize', size)}</span>
      <IconButton
        icon="trash"
        kind="danger"
        label={text('collectionRemove', collection.name)}
        onClick={onRemove}
      />
    </li>
  );
}
