import type { VNode } from 'preact';

import { channelKey } from '../../../lib/live/arrange.ts';
import { withChannelToggled, withCollection } from '../../../lib/live/collections.ts';
import type { LiveStream } from '../../../lib/live/stream.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Checkbox } from '../../Checkbox.tsx';
import { Dialog } from '../../Dialog.tsx';
import type { ListsActions } from './actions.ts';
import { NewCollection } from './NewCollection.tsx';

/** What the dialog is drawn from. */
export interface CollectDialogProps {
  channel: LiveStream;
  settings: Settings;
  actions: Pick<ListsActions, 'set'>;
  onClose: () => void;
}

/** In which collections a channel is. */
export function CollectDialog({ channel, settings, actions, onClose }: CollectDialogProps): VNode {
  const all = settings['live.collections'];
  const key = channelKey(channel);
  return (
    <Dialog
      title={text('collectionsOf', channel.name)}
      closeLabel={text('close')}
      onClose={onClose}
      size="small"
    >
      <div class="ss-lists-dialog">
        {all.map(({ name, channels }) => (
          <Checkbox
            key={name}
            label={name}
            checked={channels.includes(key)}
            onChange={() => actions.set('live.collections', withChannelToggled(all, name, key))}
          />
        ))}
        <NewCollection
          collections={all}
          onMake={(name) => actions.set('live.collections', withCollection(all, name, [key]))}
        />
      </div>
    </Dialog>
  );
}
