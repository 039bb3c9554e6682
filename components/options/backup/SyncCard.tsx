import type { VNode } from 'preact';

import { settingName } from '../../../lib/options/setting-words.ts';
import type { SyncView } from '../../../lib/store/settings-sync.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Switch } from '../../Checkbox.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';
import { Card } from '../../Section.tsx';
import type { BackupActions } from './actions.ts';

/** What the card is drawn from. `now` is Unix epoch milliseconds. */
export interface SyncCardProps {
  /** `undefined` until the background has answered. */
  sync: SyncView | undefined;
  busy: boolean;
  now: number;
  actions: BackupActions;
}

const troubles = { busy: 'syncBusy', unavailable: 'syncUnavailable', newer: 'syncNewer' } as const;

/** Settings in the browser's own sync storage. */
export function SyncCard({ sync, busy, now, actions }: SyncCardProps): VNode {
  return (
    <Card title={text('syncTitle')} text={text('syncLead')}>
      <Switch
        label={text('syncSwitch')}
        hint={text('syncSwitchHint')}
        checked={sync?.on ?? false}
        disabled={!sync}
        onChange={actions.turnSync}
      />
      {sync?.on && (
        <div class="ss-backup-sync" role="status">
          {sync.failed ? (
            <p>{text(troubles[sync.failed])}</p>
          ) : (
            sync.at !== undefined && (
              <p>
                {text('syncAt')} · <RelativeTime at={sync.at} now={now} />
              </p>
            )
          )}
          {sync.left.length > 0 && <p>{text('syncLeft', sync.left.map(settingName).join(', '))}</p>}
        </div>
      )}
      {sync?.on && (
        <div>
          <Button busy={busy} onClick={actions.forgetSync}>
            {text('syncForget')}
          </Button>
        </div>
      )}
    </Card>
  );
}
