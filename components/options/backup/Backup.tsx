import type { VNode } from 'preact';

import type { BackupState } from '../../../lib/options/backup.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';
import { FailureNote } from '../../FailureNote.tsx';
import { Card, Page } from '../../Section.tsx';
import type { BackupActions } from './actions.ts';
import { DraftCard } from './DraftCard.tsx';
import { FileCard } from './FileCard.tsx';
import { SyncCard } from './SyncCard.tsx';

/** What the section is drawn from. `now` is Unix epoch milliseconds. */
export interface BackupProps {
  state: BackupState;
  settings: Settings;
  now: number;
  actions: BackupActions;
}

const lastWords = { import: 'backupLastImport', reset: 'backupLastReset', sync: 'backupLastSync' } as const;

/** The settings as a file, in other browsers, and back at their defaults. */
export function Backup({ state, settings, now, actions }: BackupProps): VNode {
  const { last, draft, failure, busy } = state;
  return (
    <Page title={text('optionsBackup')} lead={text('backupLead')}>
      {draft ? (
        <DraftCard draft={draft} settings={settings} busy={busy} actions={actions} />
      ) : (
        <>
          <FileCard state={state} actions={actions} />
          <SyncCard sync={state.sync} busy={busy} now={now} actions={actions} />
          <Card title={text('backupReset')} text={text('backupResetLead')}>
            <div>
              <Button kind="danger" onClick={actions.proposeReset}>
                {text('backupResetOpen')}
              </Button>
            </div>
          </Card>
        </>
      )}
      {/* Last, and in sight: what comes late must not push the buttons away from a press. */}
      <div class="ss-backup-late">
        {failure && <FailureNote failure={failure} />}
        {last && (
          <div class="ss-note">
            <Banner
              kind="success"
              action={
                <Button size="small" icon="undo" busy={busy} onClick={actions.undo}>
                  {text('undo')}
                </Button>
              }
            >
              {text(lastWords[last.how])} · <RelativeTime at={last.at} now={now} />
            </Banner>
          </div>
        )}
      </div>
    </Page>
  );
}
