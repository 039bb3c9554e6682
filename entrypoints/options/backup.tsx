import '../../components/options/backup/Backup.css';

import type { VNode } from 'preact';

import { Backup } from '../../components/options/backup/Backup.tsx';
import type { BackupActions } from '../../components/options/backup/actions.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { type BackupState, createBackup } from '../../lib/options/backup.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { save } from './user-files.ts';

/** The section "Backup". */
export interface BackupFace {
  readonly draw: (settings: Settings | undefined, now: number) => VNode | null;
}

/** What the section needs of the page. */
export interface BackupPage {
  readonly draw: () => void;
  readonly readSettings: () => Promise<Settings>;
  readonly permitNotifications: () => Promise<boolean>;
  /** Aborts when the page closes. */
  readonly closed: AbortSignal;
}

/** Makes the section's part of the page. */
export function createBackupFace({
  draw,
  readSettings,
  permitNotifications,
  closed,
}: BackupPage): BackupFace {
  let shown: BackupState | undefined;
  const readPeople = async () => (await call('people.written', {})).people;
  const backup = createBackup({
    readSettings,
    readPeople,
    readLast: async () => (await call('settings.last', {})).last,
    readSync: () => call('sync.read', {}),
    apply: (values, people) => call('settings.import', { id: crypto.randomUUID(), values, people }),
    reset: () => call('settings.reset', { id: crypto.randomUUID() }),
    undo: () => call('settings.undo', {}),
    turnSync: (on) => call('sync.turn', { on }),
    forgetSync: () => call('sync.forget', {}),
    save: (name, content) => save(name, 'application/json', content),
    now: Date.now,
    show: (state) => {
      shown = state;
      draw();
    },
  });

  async function apply(): Promise<void> {
    const { changed = [], values = {} } = shown?.draft ?? {};
    // The browser's own question needs the press, so nothing may come before it. A no leaves the setting as it is wished.
    const tells =
      (changed.includes('notifications.of') && values['notifications.of'] !== 'nobody') ||
      (changed.includes('notifications.watched') && values['notifications.watched'] === true);
    if (tells) await permitNotifications().catch(() => false);
    await backup.apply();
  }

  const actions: BackupActions = {
    include: backup.include,
    export: () => void backup.export(),
    open: (file) => void backup.open(file),
    proposeReset: () => void backup.proposeReset(),
    cancel: backup.cancel,
    apply: () => void apply(),
    undo: () => void backup.undo(),
    turnSync: (on) => void backup.turnSync(on),
    forgetSync: () => void backup.forgetSync(),
  };

  follow('sync', () => void backup.syncChanged(), closed);
  follow('people', () => void backup.peopleChanged(), closed);
  void backup.start();

  return {
    draw: (settings, now) =>
      shown && settings ? <Backup state={shown} settings={settings} now={now} actions={actions} /> : null,
  };
}
