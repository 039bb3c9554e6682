import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';

import type { BackupState } from '../../../lib/options/backup.ts';
import { limitWords } from '../../../lib/options/limit-words.ts';
import { settingName } from '../../../lib/options/setting-words.ts';
import type { FileRefusal } from '../../../lib/store/settings-file.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { Button } from '../../Button.tsx';
import { Checkbox } from '../../Checkbox.tsx';
import { Card } from '../../Section.tsx';
import type { BackupActions } from './actions.ts';

/** What the card is drawn from. */
export interface FileCardProps {
  state: BackupState;
  actions: BackupActions;
}

/** Saving the settings to a file, and loading one. */
export function FileCard({ state, actions }: FileCardProps): VNode {
  const { people, withPeople, refused, busy } = state;
  const inputRef = useRef<HTMLInputElement>(null);
  return (
    <Card title={text('backupFile')} text={text('backupFileLead')}>
      {people.length > 0 && (
        <Checkbox
          label={text('backupWithPeople', people.length)}
          hint={text('backupWithPeopleHint')}
          checked={withPeople}
          onChange={actions.include}
        />
      )}
      <div class="ss-backup-buttons">
        <Button kind="primary" busy={busy} onClick={actions.export}>
          {text('backupSave')}
        </Button>
        <Button aria-describedby="ss-backup-open-hint" onClick={() => inputRef.current?.click()}>
          {text('backupOpen')}
        </Button>
        <span id="ss-backup-open-hint" class="ss-quiet">
          {text('backupOpenHint')}
        </span>
        <input
          ref={inputRef}
          type="file"
          accept=".json,application/json"
          aria-label={text('backupOpen')}
          hidden
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            if (file) actions.open(file);
            // The same file can be chosen again, once it was mended.
            currentTarget.value = '';
          }}
        />
      </div>
      {refused && (
        <div class="ss-note">
          <Banner
            kind="error"
            title={text('backupRefusedTitle', refused.name)}
            onDismiss={actions.cancel}
            dismissLabel={text('close')}
          >
            {refusalWords(refused.refusal)}
          </Banner>
        </div>
      )}
    </Card>
  );
}

function refusalWords(refusal: FileRefusal): string {
  switch (refusal.why) {
    case 'too-large':
      return text('backupTooLarge');
    case 'not-json':
      return text('backupNotJson');
    case 'not-ours':
      return text('backupNotOurs');
    case 'newer':
      return text('backupNewer', refusal.version);
    case 'trap':
      return text('backupTrap', refusal.name);
    case 'unfit':
      return text('backupUnfit', settingName(refusal.field), limitWords(refusal.limit));
    case 'unfit-person':
      return text('backupUnfitPerson', refusal.place);
  }
}
