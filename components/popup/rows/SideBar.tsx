import type { VNode } from 'preact';

import { channelKey } from '../../../lib/live/arrange.ts';
import { type SideSight, sideSights, type Tiling, tilings } from '../../../lib/live/side-choices.ts';
import type { MarkedChannel, SideState } from '../../../lib/live/side-desk.ts';
import { troubleWords } from '../../../lib/live/side-trouble.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Chip } from '../../Badge.tsx';
import { Button } from '../../Button.tsx';
import { IconButton } from '../../IconButton.tsx';
import { Select } from '../../Select.tsx';
import { sightWords, tilingWords } from './side-words.ts';

/** What the bar is drawn from. */
export interface SideBarProps {
  state: SideState;
  settings: Pick<Settings, 'live.sideShows' | 'live.sideTiling'>;
  onShows: (shows: SideSight) => void;
  onTiling: (tiling: Tiling) => void;
  onRemove: (channel: MarkedChannel) => void;
  onClear: () => void;
  onOpen: () => void;
}

/** The channels that are chosen to be seen side by side, how, and the way to open them. */
export function SideBar({ state, settings, ...on }: SideBarProps): VNode {
  const { marked, opening, trouble } = state;
  return (
    <section class="ss-side" aria-label={text('sideBySide')}>
      <header class="ss-side-head">
        <h2>{text('sideBySide')}</h2>
        <p role="status">{trouble && troubleWords(trouble)}</p>
        <IconButton size="small" icon="close" label={text('sideClear')} onClick={on.onClear} />
      </header>
      <div class="ss-side-marked">
        {marked.map((channel) => (
          <Chip
            key={channelKey(channel)}
            label={channel.name}
            onRemove={() => on.onRemove(channel)}
            removeLabel={text('sideRemove', channel.name)}
          />
        ))}
      </div>
      <div class="ss-side-how">
        <Select
          label={text('sideTiling')}
          hideLabel
          options={tilings.map((value) => ({ value, label: text(tilingWords[value]) }))}
          value={settings['live.sideTiling']}
          onChange={on.onTiling}
        />
        <Select
          label={text('sideShows')}
          hideLabel
          options={sideSights.map((value) => ({ value, label: text(sightWords[value]) }))}
          value={settings['live.sideShows']}
          onChange={on.onShows}
        />
        <Button kind="primary" busy={opening} title={text('sideHint')} onClick={on.onOpen}>
          {text('sideOpen', marked.length)}
        </Button>
      </div>
    </section>
  );
}
