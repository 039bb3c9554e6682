import type { VNode } from 'preact';

import { Field, type FieldWords } from './Field.tsx';
import type { IconName } from './icons.ts';
import { Icon } from './Icon.tsx';

/** What a text input is drawn from. */
export interface TextInputProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
  /** An example, never the only label. */
  placeholder?: string | undefined;
  icon?: IconName | undefined;
  /** The platform's limit in letters (code points); how many are used is shown. */
  limit?: number | undefined;
  /** What goes beyond the limit can still be typed and pasted, and nothing is cut off; the owner answers with `error`. */
  soft?: boolean | undefined;
  /** Several lines; it grows with its text. */
  multiline?: boolean | undefined;
  /** What a screen keyboard should offer. */
  inputMode?: 'text' | 'url' | undefined;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  name?: string | undefined;
  spellcheck?: boolean | undefined;
}

/** A line or some lines of text. */
export function TextInput({
  label,
  hint,
  error,
  hideLabel,
  value,
  onChange,
  placeholder,
  icon,
  limit,
  soft = false,
  multiline = false,
  inputMode,
  disabled,
  required,
  name,
  spellcheck,
}: TextInputProps): VNode {
  const used = Array.from(value).length;
  const over = limit !== undefined && used > limit;
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      hideLabel={hideLabel}
      aside={
        limit !== undefined && (
          <span class="ss-field-aside" aria-hidden="true" data-over={over || undefined}>
            {used}/{limit}
          </span>
        )
      }
    >
      {(ids) => {
        const shared = {
          ...ids,
          value,
          placeholder,
          maxLength: soft ? undefined : limit,
          disabled,
          required,
          name,
          spellcheck,
          dir: 'auto' as const,
        };
        return (
          <div class="ss-input">
            {icon && <Icon name={icon} />}
            {multiline ? (
              <textarea {...shared} rows={2} onInput={(event) => onChange(event.currentTarget.value)} />
            ) : (
              <input
                {...shared}
                type="text"
                inputMode={inputMode}
                autocomplete="off"
                onInput={(event) => onChange(event.currentTarget.value)}
              />
            )}
          </div>
        );
      }}
    </Field>
  );
}
