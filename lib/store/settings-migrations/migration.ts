/** The form of a settings migration. */

/** The stored values, whatever they are: nothing has been checked yet. */
export type StoredValues = Readonly<Record<string, unknown>>;

/** One step. Pure and total: a value that it does not understand stays as it is, and is put aside afterwards. */
export interface SettingsMigration {
  /** The version that the values have afterwards. */
  readonly version: number;
  readonly why: string;
  up(values: StoredValues): StoredValues;
}
