import type { VNode } from 'preact';

import { Icon } from './Icon.tsx';
import { useId } from './use-id.ts';

/** What a checkbox or a switch is drawn from. */
export interface CheckboxProps {
  label: string;
  /** The label is heard only: what it is about stands beside it. */
  hideLabel?: boolean | undefined;
  hint?: string | undefined;
  error?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean | undefined;
  /** Some of what it stands for is on. */
  mixed?: boolean | undefined;
}

/** On or off, taking effect with the rest of its form. */
export function Checkbox(props: CheckboxProps): VNode {
  return <Toggle {...props} look="box" />;
}

/** On or off, taking effect at once. */
export function Switch(props: Omit<CheckboxProps, 'mixed'>): VNode {
  return <Toggle {...props} look="switch" />;
}

function Toggle({
  label,
  hideLabel = false,
  hint,
  error,
  checked,
  onChange,
  disabled,
  mixed = false,
  look,
}: CheckboxProps & { look: 'box' | 'switch' }): VNode {
  const id = useId();
  const below = error ?? hint;
  return (
    <div class="ss-toggle" data-look={look}>
      <span class="ss-toggle-control">
        <input
          id={id}
          type="checkbox"
          role={look === 'switch' ? 'switch' : undefined}
          checked={checked}
          indeterminate={mixed}
          disabled={disabled}
          aria-describedby={below === undefined ? undefined : `${id}-below`}
          aria-invalid={error === undefined ? undefined : true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        {look === 'box' && <Icon name={mixed ? 'minus' : 'check'} size={14} />}
      </span>
      <label for={id} class={hideLabel ? 'ss-aloud' : undefined}>
        {label}
      </label>
      {below !== undefined && (
        <p id={`${id}-below`} class="ss-field-below" data-error={error !== undefined || undefined}>
          {below}
        </p>
      )}
    </div>
  );
}
