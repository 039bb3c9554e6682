import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

import type { Draft } from '../../../lib/options/backup.ts';
import { settingName, settingWords } from '../../../lib/options/setting-words.ts';
import type { SettingKey, Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Card } from '../../Section.tsx';
import type { BackupActions } from './actions.ts';

/** What the card is drawn from. */
export interface DraftCardProps {
  draft: Draft;
  settings: Settings;
  busy: boolean;
  actions: BackupActions;
}

/** What a change of many settings would change, before it is made. */
export function DraftCard({ draft, settings, busy, actions }: DraftCardProps): VNode {
  const { how, name = '', changed, people, olderPeople, unknown } = draft;
  const isReset = how === 'reset';
  const title = isReset ? text('backupDraftReset') : text('backupDraftImport', name);
  const hasChanges = changed.length > 0 || people.length > 0;
  const ref = useRef<HTMLDivElement>(null);

  // It takes the place of what was pressed.
  useEffect(() => ref.current?.querySelector('button')?.focus(), []);

  return (
    <div ref={ref} role="status">
      <Card title={title}>
        {changed.length > 0 && <Changes changed={changed} draft={draft} settings={settings} />}
        {!hasChanges && <p>{text('backupNothing')}</p>}
        {people.length > 0 && <p>{text('backupPeople', people.length)}</p>}
        {olderPeople > 0 && <p class="ss-quiet">{text('backupPeopleOlder', olderPeople)}</p>}
        {unknown.length > 0 && <p class="ss-quiet ss-wrap">{text('backupUnknown', namesOf(unknown))}</p>}
        <div class="ss-backup-buttons">
          <Button onClick={actions.cancel}>{hasChanges ? text('cancel') : text('close')}</Button>
          {hasChanges && (
            <Button kind={isReset ? 'danger' : 'primary'} busy={busy} onClick={actions.apply}>
              {isReset ? text('backupResetNow') : text('backupApply')}
            </Button>
          )}
        </div>
      </Card>
    </div>
  );
}

/** A file can hold any number of names of any length. */
function namesOf(unknown: readonly string[]): string {
  const shown = unknown.slice(0, 10).map((name) => name.slice(0, 60));
  return unknown.length > shown.length ? `${shown.join(', ')}, …` : shown.join(', ');
}

interface ChangesProps {
  changed: readonly SettingKey[];
  draft: Draft;
  settings: Settings;
}

function Changes({ changed, draft, settings }: ChangesProps): VNode {
  return (
    <div class="ss-table-frame" tabIndex={0} role="group" aria-label={text('backupSetting')}>
      <table class="ss-table">
        <thead>
          <tr>
            <th scope="col">{text('backupSetting')}</th>
            <th scope="col">{text('backupNow')}</th>
            <th scope="col">{text('backupThen')}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((key) => (
            <Change key={key} setting={key} now={settings[key]} then={draft.values[key]} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ChangeProps {
  setting: SettingKey;
  now: Settings[SettingKey];
  then: Settings[SettingKey] | undefined;
}

function Change({ setting, now, then = now }: ChangeProps): VNode {
  const before = settingWords(setting, now);
  const after = settingWords(setting, then);
  return (
    <tr>
      <th scope="row">{settingName(setting)}</th>
      <td class="ss-wrap">
        <bdi>{before}</bdi>
      </td>
      <td class="ss-wrap">
        <bdi>{before === after ? text('backupThenOther', after) : after}</bdi>
      </td>
    </tr>
  );
}
