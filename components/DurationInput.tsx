import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { formatDuration, nextDuration, parseDuration } from './duration.ts';
import { Field, type FieldWords } from './Field.tsx';
import { Icon } from './Icon.tsx';
import { useLocale } from './locale.ts';

/** What a duration input is drawn from. All lengths are seconds. */
export interface DurationInputProps extends FieldWords {
  value: number;
  onChange: (seconds: number) => void;
  min?: number | undefined;
  max?: number | undefined;
  /** Said where what stands in it is no length of time between `min` and `max`; nothing is told to the owner then. */
  invalidText: string;
  disabled?: boolean | undefined;
  locale?: string | undefined;
}

/** A length of time, typed as people write it ("10m", "1h 30m", "90"); ↑ and ↓ go through the usual lengths. */
export function DurationInput({
  label,
  hint,
  error,
  hideLabel,
  value,
  onChange,
  min = 1,
  max = Infinity,
  invalidText,
  disabled,
  locale,
}: DurationInputProps): VNode {
  const language = useLocale(locale);
  const [draft, setDraft] = useState<string | null>(null);

  const typed = draft === null ? value : parseDuration(draft);
  const valid = typed !== null && typed >= min && typed <= max;

  return (
    <Field label={label} hint={hint} error={valid ? error : invalidText} hideLabel={hideLabel}>
      {(ids) => (
        <div class="ss-input">
          <Icon name="clock" />
          <input
            {...ids}
            type="text"
            inputMode="text"
            autocomplete="off"
            spellcheck={false}
            disabled={disabled}
            value={draft ?? formatDuration(value, language)}
            onInput={(event) => {
              const text = event.currentTarget.value;
              const seconds = parseDuration(text);
              setDraft(text);
              if (seconds !== null && seconds >= min && seconds <= max) onChange(seconds);
            }}
            onBlur={() => setDraft(null)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              const next = nextDuration(typed ?? value, event.key === 'ArrowUp' ? 'up' : 'down');
              setDraft(null);
              onChange(Math.min(Math.max(next, min), max));
            }}
          />
        </div>
      )}
    </Field>
  );
}
