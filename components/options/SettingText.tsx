import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { describeFailure } from '../../lib/failure-text.ts';
import type { Saving } from '../../lib/options/options.ts';
import { limitWords } from '../../lib/options/limit-words.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { TextInput } from '../TextInput.tsx';
import { SavedMark } from './SavedMark.tsx';

/** What the form is drawn from. */
export interface SettingTextProps {
  label: string;
  hint?: string | undefined;
  placeholder?: string | undefined;
  /** As it is stored. */
  value: string;
  limit?: number | undefined;
  saving: Saving | undefined;
  /** Spaces around it are slips of the hand. */
  trims?: boolean | undefined;
  onSave: (value: string) => void;
}

/** A text setting: saved when its button is pressed, or Enter. What was typed stays when it is refused. */
export function SettingText({
  label,
  hint,
  placeholder,
  value,
  limit,
  saving,
  trims = false,
  onSave,
}: SettingTextProps): VNode {
  const [draft, setDraft] = useState<string | undefined>();
  const typed = draft ?? value;
  const next = trims ? typed.trim() : typed;
  return (
    <form
      class="ss-setting-text"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave(next);
        if (next === value) setDraft(undefined);
      }}
    >
      <TextInput
        label={label}
        hint={hint}
        placeholder={placeholder}
        limit={limit}
        spellcheck={false}
        value={typed}
        error={saving?.state === 'failed' ? refusal(saving) : undefined}
        onChange={setDraft}
      />
      <div class="ss-setting-text-actions">
        <Button type="submit" busy={saving?.state === 'saving'} aria-disabled={next === value || undefined}>
          {text('optionsSave')}
        </Button>
        <SavedMark saving={next === value ? saving : undefined} />
      </div>
    </form>
  );
}

function refusal({ failure }: Extract<Saving, { state: 'failed' }>): string {
  if (failure.code === 'bad-input') return limitWords(failure.limit);
  const { title, hint } = describeFailure(failure);
  return `${title}. ${hint}`;
}
