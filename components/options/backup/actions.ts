import type { ChosenFile } from '../../../lib/options/backup.ts';

/** What the section "Backup" can do. */
export interface BackupActions {
  readonly include: (people: boolean) => void;
  readonly export: () => void;
  readonly open: (file: ChosenFile) => void;
  readonly proposeReset: () => void;
  readonly cancel: () => void;
  readonly apply: () => void;
  readonly undo: () => void;
  readonly turnSync: (on: boolean) => void;
  readonly forgetSync: () => void;
}
