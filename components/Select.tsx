import type { VNode } from 'preact';

import { Field, type FieldWords } from './Field.tsx';
import { Icon } from './Icon.tsx';

/** One of several. */
export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

/** What a select is drawn from. */
export interface SelectProps<Value extends string> extends FieldWords {
  options: readonly Option<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean | undefined;
}

/** One of several, in the browser's own list. */
export function Select<Value extends string>({
  label,
  hint,
  error,
  hideLabel,
  options,
  value,
  onChange,
  disabled,
}: SelectProps<Value>): VNode {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(ids) => (
        <div class="ss-input">
          <select
            {...ids}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = options[event.currentTarget.selectedIndex];
              if (chosen) onChange(chosen.value);
            }}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" />
        </div>
      )}
    </Field>
  );
}
