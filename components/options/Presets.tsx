import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { describeFailure } from '../../lib/failure-text.ts';
import { durationText } from '../../lib/moderation/duration.ts';
import { movedPreset, presetLimits, withoutPreset, withPreset } from '../../lib/options/presets.ts';
import type { Saving } from '../../lib/options/options.ts';
import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { parseDuration } from '../duration.ts';
import { IconButton } from '../IconButton.tsx';
import { TextInput } from '../TextInput.tsx';

/** What the editor is drawn from. Lengths are seconds. */
export interface PresetsProps {
  presets: readonly number[];
  saving: Saving | undefined;
  onChange: (presets: readonly number[]) => void;
}

/** The list of timeout lengths: add, remove, put in order. Every change is saved at once. */
export function Presets({ presets, saving, onChange }: PresetsProps): VNode {
  const listRef = useRef<HTMLOListElement>(null);
  const [draft, setDraft] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [said, setSaid] = useState('');

  /** Where the focus goes once the changed list is drawn: it comes back from the store, not from here. */
  const nextRef = useRef<{ readonly index: number; readonly buttons: string } | undefined>(undefined);

  useLayoutEffect(() => {
    const next = nextRef.current;
    nextRef.current = undefined;
    if (next) listRef.current?.children[next.index]?.querySelector<HTMLElement>(next.buttons)?.focus();
  }, [presets]);

  const change = (next: readonly number[], words: string): void => {
    setSaid(words);
    onChange(next);
  };

  const move = (from: number, to: number): void => {
    // Along with what was moved; at an end, to the button that still works.
    const isEnd = to === 0 || to === presets.length - 1;
    const way = to > from !== isEnd ? 'down' : 'up';
    nextRef.current = { index: to, buttons: `[data-move=${way}]` };
    change(movedPreset(presets, from, to), text('presetMoved', durationText(presets[from] ?? 0), to + 1));
  };

  const remove = (index: number): void => {
    nextRef.current = { index: Math.min(index, presets.length - 2), buttons: '[data-remove]' };
    change(withoutPreset(presets, index), text('presetRemoved', durationText(presets[index] ?? 0)));
  };

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
    change(withPreset(presets, seconds), text('presetAdded', durationText(seconds)));
  };

  const isFull = presets.length >= presetLimits.maxItems;
  return (
    <div class="ss-presets">
      <ol ref={listRef} class="ss-presets-list" aria-label={text('presets')}>
        {presets.map((seconds, index) => {
          const length = durationText(seconds);
          return (
            <li key={seconds} class="ss-preset">
              <span class="ss-preset-length">{length}</span>
              <IconButton
                size="small"
                icon="chevron-up"
                label={text('presetUp', length)}
                disabled={index === 0}
                data-move="up"
                onClick={() => move(index, index - 1)}
              />
              <IconButton
                size="small"
                icon="chevron-down"
                label={text('presetDown', length)}
                disabled={index === presets.length - 1}
                data-move="down"
                onClick={() => move(index, index + 1)}
              />
              <IconButton
                size="small"
                kind="danger"
                icon="trash"
                label={text('presetRemove', length)}
                // Some must stay: the menu is made of them.
                disabled={presets.length <= presetLimits.minItems}
                data-remove=""
                onClick={() => remove(index)}
              />
            </li>
          );
        })}
      </ol>
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
