import type { ComponentChildren, TargetedSubmitEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';

import type { RoundDraft, RoundLimits, RoundProblem } from '../../../lib/channel/round.ts';
import { isBlank, letters, problemsOf } from '../../../lib/channel/round.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Checkbox } from '../../Checkbox.tsx';
import { DurationInput } from '../../DurationInput.tsx';
import { IconButton } from '../../IconButton.tsx';
import { NumberInput } from '../../NumberInput.tsx';
import { TextInput } from '../../TextInput.tsx';
import { roundWords, type RoundKind } from './words.ts';

/** What the form is drawn from. */
export interface RoundFormProps {
  kind: RoundKind;
  draft: RoundDraft;
  limits: RoundLimits;
  /** Say of every field what is wrong with it; before, only of what is too long. */
  checked: boolean;
  busy: boolean;
  onType: (draft: RoundDraft) => void;
  onStart: () => void;
  onKeepPreset: () => void;
  /** The draft is among the presets already. */
  isPreset: boolean;
  /** Above the buttons: what went wrong. */
  children?: ComponentChildren;
}

/** A poll or a prediction before it is started. What is typed is told at once, so that nothing is lost with the popup. */
export function RoundForm(props: RoundFormProps): VNode {
  const { kind, draft, limits, checked, busy, onType, onStart, onKeepPreset, isPreset, children } = props;
  const words = roundWords[kind];
  const problems = problemsOf(draft, limits);
  const titleProblem = told(problems?.title, checked);
  const ready = !problems;

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onStart();
    if (ready) return;
    const form = event.currentTarget;
    // The errors are drawn first.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
  };

  return (
    <form class="ss-round-form" noValidate onSubmit={submit}>
      <TextInput
        label={text('roundQuestion')}
        value={draft.title}
        limit={limits.title}
        soft
        error={titleProblem && textError(titleProblem, draft.title, limits.title, text('roundQuestionEmpty'))}
        onChange={(title) => onType({ ...draft, title })}
      />
      <Choices {...props} problems={problems?.choices.map((problem) => told(problem, checked)) ?? []} />
      <div class="ss-round-terms">
        <DurationInput
          label={text(words.seconds)}
          value={draft.seconds}
          min={limits.seconds[0]}
          max={limits.seconds[1]}
          invalidText={text(words.secondsRange)}
          onChange={(seconds) => onType({ ...draft, seconds })}
        />
        {draft.points && limits.points && (
          <div class="ss-round-points">
            <Checkbox
              label={text('pollPoints')}
              checked={draft.points.on}
              onChange={(on) => onType({ ...draft, points: { each: draft.points?.each ?? null, on } })}
            />
            {draft.points.on && (
              <NumberInput
                label={text('pollPointsEach')}
                hideLabel
                unit={text('pointsEachUnit')}
                value={draft.points.each}
                min={limits.points[0]}
                max={limits.points[1]}
                error={problems?.points && text('pollPointsRange', limits.points[0], limits.points[1])}
                onChange={(each) => onType({ ...draft, points: { on: true, each } })}
              />
            )}
          </div>
        )}
      </div>
      {children}
      <div class="ss-round-actions">
        <Button type="submit" kind="primary" busy={busy}>
          {text(busy ? 'roundStarting' : words.start)}
        </Button>
        {!isBlank(draft) && (
          <Button kind="quiet" icon={isPreset ? 'check' : 'star'} disabled={isPreset} onClick={onKeepPreset}>
            {text(isPreset ? 'roundPresetKept' : 'roundKeepPreset')}
          </Button>
        )}
      </div>
    </form>
  );
}

function Choices({
  kind,
  draft,
  limits,
  problems,
  onType,
}: RoundFormProps & { problems: readonly (RoundProblem | undefined)[] }): VNode {
  const words = roundWords[kind];
  const list = useRef<HTMLFieldSetElement>(null);
  const [least, most] = limits.choices;
  const { choices } = draft;
  const set = (next: readonly string[]): void => onType({ ...draft, choices: next });
  const focusAt = (index: number): void => {
    // The row is drawn first.
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[index]?.focus());
  };

  return (
    <fieldset class="ss-round-choices" ref={list}>
      <legend class="ss-field-label">{text(words.choices)}</legend>
      {choices.map((choice, index) => {
        const problem = problems[index];
        const used = letters(choice.trim());
        return (
          <div key={index} class="ss-round-choice">
            <TextInput
              label={text(words.choice, index + 1)}
              hideLabel
              placeholder={text(words.choice, index + 1)}
              value={choice}
              error={problem && textError(problem, choice, limits.choice, text(words.choiceEmpty, least))}
              onChange={(value) => set(choices.with(index, value))}
            />
            <span class="ss-field-aside" aria-hidden="true" data-over={used > limits.choice || undefined}>
              {used}/{limits.choice}
            </span>
            {choices.length > least && (
              <IconButton
                icon="close"
                size="small"
                label={text('roundRemoveChoice', choice.trim() || text(words.choice, index + 1))}
                onClick={() => {
                  set(choices.toSpliced(index, 1));
                  focusAt(Math.max(0, index - 1));
                }}
              />
            )}
          </div>
        );
      })}
      {choices.length < most && (
        <Button
          kind="quiet"
          size="small"
          icon="plus"
          onClick={() => {
            set([...choices, '']);
            focusAt(choices.length);
          }}
        >
          {text(words.addChoice)}
        </Button>
      )}
    </fieldset>
  );
}

/** Nobody is told that a field is empty before they have said that they are done. */
const told = (problem: RoundProblem | undefined, checked: boolean): RoundProblem | undefined =>
  problem === 'empty' && !checked ? undefined : problem;

function textError(problem: RoundProblem, value: string, limit: number, whenEmpty: string): string {
  return problem === 'empty' ? whenEmpty : text('roundTooLong', letters(value.trim()) - limit);
}
