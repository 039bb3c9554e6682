import type { VNode } from 'preact';

import type { Seen, Watch } from '../../../lib/pages/watches.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { Messages } from './Messages.tsx';
import { Panel, type PanelProps } from './Panel.tsx';

/** What the strip is drawn from. `now` is Unix epoch milliseconds. */
export interface WatchPanelProps extends Pick<PanelProps, 'spot' | 'called'> {
  watches: readonly Watch[];
  seen: readonly Seen[];
  now: number;
  onStop: (login: string) => void;
  /** Ends all of them. */
  onClose: () => void;
}

const minute = 60_000;

/** Who is watched, for how long still, and what they have said. */
export function WatchPanel({ watches, seen, now, spot, called, onStop, onClose }: WatchPanelProps): VNode {
  return (
    <Panel spot={spot} called={called} title={text('watching')} onClose={onClose}>
      <div class="ss-card-buttons">
        {watches.map(({ login, name, until }) => (
          <span key={login} class="ss-watched">
            <span class="ss-cut">
              {text('watchLeft', name, Math.max(1, Math.ceil((until - now) / minute)))}
            </span>
            <IconButton
              icon="close"
              size="small"
              label={text('watchStop', name)}
              onClick={() => onStop(login)}
            />
          </span>
        ))}
      </div>
      <Messages lines={seen} named={watches.length > 1} />
    </Panel>
  );
}
