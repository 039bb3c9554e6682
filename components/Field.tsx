import type { ComponentChildren, VNode } from 'preact';

import { Icon } from './Icon.tsx';
import { useId } from './use-id.ts';

/** The words around a control. */
export interface FieldWords {
  label: string;
  /** What it does, or what to enter. */
  hint?: string | undefined;
  /** What is wrong with what was entered, and how to put it right. */
  error?: string | undefined;
  /** The label is spoken only, where the place makes it plain to the eye. */
  hideLabel?: boolean | undefined;
}

/** What the control inside a field must carry. */
export interface ControlIds {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** What a field is drawn from. */
export interface FieldProps extends FieldWords {
  /** Something after the label, at the line's end: a count, a link. */
  aside?: ComponentChildren;
  /** Draws the control. */
  children: (ids: ControlIds) => VNode;
}

/** A control with its label above and its hint or error below. */
export function Field({ label, hint, error, hideLabel = false, aside, children }: FieldProps): VNode {
  const id = useId();
  const below = error ?? hint;
  return (
    <div class="ss-field">
      <div class={hideLabel ? 'ss-aloud' : 'ss-field-head'}>
        <label class="ss-field-label" for={id}>
          {label}
        </label>
        {aside}
      </div>
      {children({
        id,
        'aria-describedby': below === undefined ? undefined : `${id}-below`,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      {below !== undefined && (
        <p id={`${id}-below`} class="ss-field-below" data-error={error !== undefined || undefined}>
          {error !== undefined && <Icon name="warning" size={14} />}
          <span>{below}</span>
        </p>
      )}
    </div>
  );
}
