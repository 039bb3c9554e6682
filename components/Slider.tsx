import type { VNode } from 'preact';

import { Field, type FieldWords } from './Field.tsx';

/** What a slider is drawn from. */
export interface SliderProps extends FieldWords {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  step?: number | undefined;
  /** The value in words: "75 %". */
  valueText: string;
  disabled?: boolean | undefined;
}

/** A number where near enough is good enough. */
export function Slider({
  label,
  hint,
  error,
  hideLabel,
  value,
  onChange,
  min,
  max,
  step = 1,
  valueText,
  disabled,
}: SliderProps): VNode {
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      hideLabel={hideLabel}
      aside={
        <output class="ss-field-aside" aria-hidden="true">
          {valueText}
        </output>
      }
    >
      {(ids) => (
        <input
          {...ids}
          class="ss-slider"
          type="range"
          value={value}
          min={min}
          max={max}
          step={step}
          disabled={disabled}
          aria-valuetext={valueText}
          style={{ '--ss-part': max > min ? (value - min) / (max - min) : 0 }}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
      )}
    </Field>
  );
}
