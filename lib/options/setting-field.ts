/** The field in which a setting is set, as it follows from the setting's shape in the table. */
import { type SettingKey, type Settings, settingsTable } from '../store/settings-table.ts';
import { settingName, settingWords } from './setting-words.ts';

/** A switch, or one of several. */
export type SettingField =
  | { readonly kind: 'switch'; readonly label: string; readonly on: boolean }
  | {
      readonly kind: 'choice';
      readonly label: string;
      readonly value: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    };

/** Settings that are switches or choices among words. */
export type FieldKey = {
  [Key in SettingKey]: Settings[Key] extends boolean | string ? Key : never;
}[SettingKey];

/** The field of a setting; `undefined` where it takes another form than a switch or a choice. */
export function fieldOf(key: FieldKey, settings: Settings): SettingField | undefined {
  const { shape } = settingsTable[key];
  const value = settings[key];
  const label = settingName(key);
  if (typeof value === 'boolean') return { kind: 'switch', label, on: value };
  if (shape.kind !== 'choice') return undefined;
  return {
    kind: 'choice',
    label,
    value,
    options: shape.of.map((word) => ({ value: word, label: settingWords(key, word) })),
  };
}
