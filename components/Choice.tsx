import type { VNode } from 'preact';

import { Icon } from './Icon.tsx';
import type { IconName } from './icons.ts';
import type { Option } from './Select.tsx';
import { useId } from './use-id.ts';

/** One of few. */
export interface ChoiceOption<Value extends string> extends Option<Value> {
  readonly icon?: IconName | undefined;
  readonly hint?: string | undefined;
}

/** What a choice is drawn from. */
export interface ChoiceProps<Value extends string> {
  label: string;
  hint?: string | undefined;
  hideLabel?: boolean | undefined;
  options: readonly ChoiceOption<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  disabled?: boolean | undefined;
  /** Side by side in one frame (two to five short words), or one under the other with hints. */
  look?: 'segments' | 'list' | undefined;
}

/** One of few, all in sight; the arrow keys choose. */
export function Choice<Value extends string>({
  label,
  hint,
  hideLabel = false,
  options,
  value,
  onChange,
  disabled,
  look = 'segments',
}: ChoiceProps<Value>): VNode {
  const id = useId();
  return (
    <fieldset
      class="ss-choice"
      data-look={look}
      disabled={disabled}
      aria-describedby={hint === undefined ? undefined : `${id}-below`}
    >
      <legend class={hideLabel ? 'ss-aloud' : 'ss-field-label'}>{label}</legend>
      <div class="ss-choice-options">
        {options.map((option) => (
          <label key={option.value} class="ss-choice-option">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            {option.icon && <Icon name={option.icon} />}
            <span class="ss-choice-words">
              {option.label}
              {look === 'list' && option.hint !== undefined && (
                <span class="ss-field-below">{option.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      {hint !== undefined && (
        <p id={`${id}-below`} class="ss-field-below">
          {hint}
        </p>
      )}
    </fieldset>
  );
}
