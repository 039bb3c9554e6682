import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import type { Clip } from '../../lib/chzzk/manage/wish.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import type { ManageActions } from './actions.ts';
import { Preview } from './Preview.tsx';

/** What {@link RemoveClips} is drawn from. */
export interface RemoveClipsProps {
  clips: readonly Clip[];
  actions: Pick<ManageActions, 'actOnMany'>;
  /** It was wished for. */
  onDone: () => void;
}

/** Removes several clips at once, once it was shown which. Nobody brings them back. */
export function RemoveClips({ clips, actions, onDone }: RemoveClipsProps): VNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button disabled={clips.length === 0} onClick={() => setOpen(true)}>
        {text('removeChosen', clips.length)}
      </Button>
      {isOpen && (
        <Preview
          title={text('clipsRemoveManyTitle')}
          does={text('removeManyNow', clips.length)}
          names={clips.map(({ title }) => title || text('videoUntitled'))}
          about="clips"
          onClose={() => setOpen(false)}
          onDo={() => {
            actions.actOnMany(
              clips.map(({ id, title }) => ({ doing: { what: 'remove-clip', id }, name: title })),
            );
            onDone();
          }}
        >
          <p>{text('clipRemoveText')}</p>
        </Preview>
      )}
    </>
  );
}
