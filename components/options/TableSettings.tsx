import type { VNode } from 'preact';

import type { Saving } from '../../lib/options/options.ts';
import { type FieldKey, fieldOf } from '../../lib/options/setting-field.ts';
import type { SettingKey, Settings } from '../../lib/store/settings-table.ts';
import { Switch } from '../Checkbox.tsx';
import { Choice } from '../Choice.tsx';
import { SavedMark } from './SavedMark.tsx';

/** What the fields are drawn from. */
export interface TableSettingsProps {
  /** Choices and switches, in the order in which they stand. */
  keys: readonly FieldKey[];
  settings: Settings;
  savings: Readonly<Partial<Record<SettingKey, Saving>>>;
  onChange: <Key extends SettingKey>(key: Key, value: Settings[Key]) => void;
}

/** Settings whose field follows from their shape in the table, and their words from the list of all of them. */
export function TableSettings({ keys, settings, savings, onChange }: TableSettingsProps): VNode {
  return (
    <>
      {keys.map((key) => (
        <div class="ss-setting" key={key}>
          <TableSetting name={key} settings={settings} onChange={onChange} />
          <SavedMark saving={savings[key]} />
        </div>
      ))}
    </>
  );
}

interface TableSettingProps extends Pick<TableSettingsProps, 'settings' | 'onChange'> {
  name: FieldKey;
}

function TableSetting({ name, settings, onChange }: TableSettingProps): VNode | null {
  const field = fieldOf(name, settings);
  if (field?.kind === 'switch')
    return <Switch label={field.label} checked={field.on} onChange={(on) => onChange(name, on)} />;
  if (!field) return null;
  return (
    <Choice
      label={field.label}
      options={field.options}
      value={field.value}
      // The options are the setting's own, which the compiler cannot see for a name that varies.
      onChange={(value) => onChange(name, value as Settings[FieldKey])}
    />
  );
}
