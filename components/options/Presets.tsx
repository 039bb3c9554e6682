import type { VNode } from 'preact';
import { useState } from 'preact/hooks';

import { describeFailure } from '../../lib/failure-text.ts';
import { durationText } from '../../lib/moderation/duration.ts';
import { presetLimits, withPreset } from '../../lib/options/presets.ts';
import type { Saving } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { parseDuration } from '../duration.ts';
import { TextInput } from '../TextInput.tsx';
import { Rows } from './Rows.tsx';

/** What the editor is drawn from. Lengths are seconds. */
export interface PresetsProps {
  presets: readonly number[];
  saving: Saving | undefined;
  onChange: (presets: readonly number[]) => void;
}

/** The list of timeout lengths: add, remove, put in order. Every change is saved at once. */
export function Presets({ presets, saving, onChange }: PresetsProps): VNode {
  const [draft, setDraft] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [said, setSaid] = useState('');

  const add = (): void => {
    const seconds = parseDuration(draft);
    const problem =
      seconds === null || seconds < presetLimits.min || seconds > presetLimits.max
        ? text('presetBad')
        : presets.includes(seconds)
          ? text('presetTwice', durationText(seconds))
          : undefined;
    setError(problem);
    if (problem !== undefined || seconds === null) return;
    setDraft('');
    setSaid(text('presetAdded', durationText(seconds)));
    onChange(withPreset(presets, seconds));
  };

  const isFull = presets.length >= presetLimits.maxItems;
  return (
    <div class="ss-presets">
      <Rows
        label={text('presets')}
        items={presets}
        keyOf={String}
        nameOf={durationText}
        draw={durationText}
        // Some must stay: the menu is made of them.
        atLeast={presetLimits.minItems}
        onChange={onChange}
      />
      <form
        class="ss-presets-add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!isFull) add();
        }}
      >
        <TextInput
          label={text('presetNew')}
          hint={isFull ? text('presetsFull', presetLimits.maxItems) : text('presetNewHint')}
          error={error ?? failureText(saving)}
          icon="clock"
          placeholder="10m"
          disabled={isFull}
          value={draft}
          onChange={(value) => {
            setDraft(value);
            setError(undefined);
          }}
        />
        <Button type="submit" icon="plus" disabled={isFull}>
          {text('presetAdd')}
        </Button>
      </form>
      <p class="ss-aloud" role="status">
        {said}
      </p>
    </div>
  );
}

function failureText(saving: Saving | undefined): string | undefined {
  if (saving?.state !== 'failed') return undefined;
  const { title, hint } = describeFailure(saving.failure);
  return `${title}. ${hint}`;
}
