import type { VNode } from 'preact';

import { Field, type FieldWords } from './Field.tsx';

/** What a number input is drawn from. */
export interface NumberInputProps extends FieldWords {
  /** `null` where nothing, or no number, stands in it. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number | undefined;
  max?: number | undefined;
  step?: number | undefined;
  /** What is counted, after the number. */
  unit?: string | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
}

/** A number. What lies outside `min` and `max` is told to the owner as it stands; the owner answers with `error`. */
export function NumberInput({
  label,
  hint,
  error,
  hideLabel,
  value,
  onChange,
  min,
  max,
  step,
  unit,
  disabled,
  required,
}: NumberInputProps): VNode {
  return (
    <Field label={label} hint={hint} error={error} hideLabel={hideLabel}>
      {(ids) => (
        <div class="ss-input">
          <input
            {...ids}
            type="number"
            inputMode="numeric"
            value={value ?? ''}
            min={min}
            max={max}
            step={step}
            disabled={disabled}
            required={required}
            onInput={(event) => {
              const number = event.currentTarget.valueAsNumber;
              onChange(Number.isNaN(number) ? null : number);
            }}
          />
          {unit !== undefined && <span class="ss-input-unit">{unit}</span>}
        </div>
      )}
    </Field>
  );
}
