import type { VNode } from 'preact';
import { useId, useState } from 'preact/hooks';

import { type Term, terms } from '../../lib/chzzk/manage/wish.ts';
import { iconOf, stepText } from '../../lib/moderation/button-words.ts';
import {
  type ButtonColour,
  buttonColours,
  type ButtonIcon,
  buttonIcons,
  buttonLimits,
  isLineButton,
  type LineButton,
  plainSteps,
  type Step,
} from '../../lib/moderation/line-button.ts';
import { isOwnRestriction, ownSteps } from '../../lib/moderation/restriction-buttons.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Checkbox } from '../Checkbox.tsx';
import { Choice } from '../Choice.tsx';
import { TermSelect } from '../chzzk/TermSelect.tsx';
import { Dialog } from '../Dialog.tsx';
import { DurationInput } from '../DurationInput.tsx';
import { Icon } from '../Icon.tsx';
import { IconButton } from '../IconButton.tsx';
import { Select } from '../Select.tsx';
import { TextInput } from '../TextInput.tsx';

/** What the form is drawn from. */
export interface ButtonFormProps {
  button: LineButton;
  /** It stands where people are restricted rather than timed out. */
  isRestriction?: boolean | undefined;
  onSave: (button: LineButton) => void;
  onClose: () => void;
}

/** A button while it is edited: every field is there, empty where nothing is said. */
interface Draft {
  readonly label: string;
  readonly icon: ButtonIcon | undefined;
  readonly colour: ButtonColour;
  readonly steps: readonly Step[];
  readonly ask: 'no' | 'may' | 'must';
  readonly reason: string;
  readonly hidden: boolean;
  readonly held: 'no' | 'alt' | 'ctrl' | 'shift';
  readonly deleted: 'any' | 'only' | 'never';
  readonly newcomers: boolean;
  /** Logins with spaces or commas between them. */
  readonly channels: string;
}

const draftOf = (button: LineButton): Draft => ({
  label: button.label ?? '',
  icon: button.icon,
  colour: button.colour ?? 'plain',
  steps: button.steps,
  ask: button.ask ?? 'no',
  reason: button.reason ?? '',
  hidden: button.hidden ?? false,
  held: button.held ?? 'no',
  deleted: button.deleted ?? 'any',
  newcomers: button.newcomers ?? false,
  channels: (button.channels ?? []).join(', '),
});

function buttonOf(id: string, draft: Draft): LineButton {
  const { label, icon, colour, steps, ask, reason, hidden, held, deleted, newcomers } = draft;
  const channels = draft.channels
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  return {
    id,
    steps,
    ...(label.trim() !== '' && { label: label.trim() }),
    ...(icon && { icon }),
    ...(colour !== 'plain' && { colour }),
    ...(ask !== 'no' && { ask }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
    ...(hidden && { hidden }),
    ...(held !== 'no' && { held }),
    ...(deleted !== 'any' && { deleted }),
    ...(newcomers && { newcomers }),
    ...(channels.length > 0 && { channels }),
  };
}

const colours: Readonly<Record<ButtonColour, TextKey>> = {
  plain: 'colourPlain',
  red: 'colourRed',
  amber: 'colourAmber',
  green: 'colourGreen',
  blue: 'colourBlue',
};

/** Everything that a button can be told, in a dialog. */
export function ButtonForm({ button, isRestriction = false, onSave, onClose }: ButtonFormProps): VNode {
  const [draft, setDraft] = useState(() => draftOf(button));
  const [tried, setTried] = useState(false);
  const set = (change: Partial<Draft>): void => setDraft((old) => ({ ...old, ...change }));
  const made = buttonOf(button.id, draft);
  const isFit = isRestriction ? isOwnRestriction(made) : isLineButton(made);
  const badChannels = !isLineButton({ id: 'x', steps: [{ do: 'copy' }], channels: made.channels ?? [] });

  const save = (): void => {
    setTried(true);
    if (isFit) onSave(made);
  };

  return (
    <Dialog
      title={text('buttonFormTitle')}
      closeLabel={text('close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{text('cancel')}</Button>
          <Button kind="primary" onClick={save}>
            {text('optionsSave')}
          </Button>
        </>
      }
    >
      <div class="ss-button-form">
        <TextInput
          label={text('buttonLabel')}
          hint={text('buttonLabelHint', draft.steps.map(stepText).join(' + '))}
          limit={buttonLimits.label}
          value={draft.label}
          onChange={(label) => set({ label })}
        />
        <IconChoice value={draft.icon ?? iconOf(made)} onChange={(icon) => set({ icon })} />
        <Choice
          label={text('buttonColour')}
          options={buttonColours.map((value) => ({ value, label: text(colours[value]) }))}
          value={draft.colour}
          onChange={(colour) => set({ colour })}
        />
        <Steps
          steps={draft.steps}
          kinds={isRestriction ? ownSteps : kinds}
          next={isRestriction ? 'blind' : 'say'}
          error={tried && !isFit && !badChannels ? text('buttonStepsBad') : undefined}
          onChange={(steps) => set({ steps })}
        />
        <Choice
          label={text('buttonAsk')}
          options={[
            { value: 'no', label: text('buttonAskNo') },
            { value: 'may', label: text('buttonAskMay') },
            { value: 'must', label: text('buttonAskMust') },
          ]}
          value={draft.ask}
          onChange={(ask) => set({ ask })}
        />
        <TextInput
          label={text('buttonReason')}
          hint={text('buttonReasonHint')}
          limit={buttonLimits.reason}
          value={draft.reason}
          onChange={(reason) => set({ reason })}
        />
        <fieldset class="ss-button-when">
          <legend class="ss-field-label">{text('buttonWhen')}</legend>
          <Checkbox
            label={text('buttonHidden')}
            checked={draft.hidden}
            onChange={(hidden) => set({ hidden })}
          />
          <Checkbox
            label={text('buttonNewcomers')}
            checked={draft.newcomers}
            onChange={(newcomers) => set({ newcomers })}
          />
          <div class="ss-button-pair">
            <Select
              label={text('buttonHeld')}
              options={[
                { value: 'no', label: text('buttonHeldNo') },
                { value: 'alt', label: 'Alt' },
                { value: 'ctrl', label: 'Ctrl' },
                { value: 'shift', label: 'Shift' },
              ]}
              value={draft.held}
              onChange={(held) => set({ held })}
            />
            <Select
              label={text('buttonMessages')}
              options={[
                { value: 'any', label: text('buttonAnyMessage') },
                { value: 'never', label: text('buttonNotDeleted') },
                { value: 'only', label: text('buttonOnlyDeleted') },
              ]}
              value={draft.deleted}
              onChange={(deleted) => set({ deleted })}
            />
          </div>
          {!isRestriction && (
            <TextInput
              label={text('buttonChannels')}
              hint={text('buttonChannelsHint')}
              error={tried && badChannels ? text('buttonChannelsBad') : undefined}
              spellcheck={false}
              value={draft.channels}
              onChange={(channels) => set({ channels })}
            />
          )}
        </fieldset>
      </div>
    </Dialog>
  );
}

function IconChoice({ value, onChange }: { value: ButtonIcon; onChange: (icon: ButtonIcon) => void }): VNode {
  const name = useId();
  return (
    <fieldset class="ss-icon-choice">
      <legend class="ss-field-label">{text('buttonIcon')}</legend>
      <div>
        {buttonIcons.map((icon, index) => (
          <label key={icon}>
            <input
              type="radio"
              name={name}
              checked={icon === value}
              aria-label={text('buttonIconNumber', index + 1)}
              onChange={() => onChange(icon)}
            />
            <Icon name={icon} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

type Kind = Step['do'];

/** What a step can do. The menu of lengths and the tools that are not there are no steps of one's own. */
const kinds: readonly Kind[] = ['timeout', ...plainSteps.filter((step) => step !== 'lengths'), 'say'];

const stepOf = (kind: Kind): Step => {
  if (kind === 'timeout') return { do: kind, seconds: 600 };
  if (kind === 'bar') return { do: kind, seconds: usualTerm * daySeconds };
  return kind === 'say' ? { do: kind, text: '@{user} ' } : { do: kind };
};

const kindText = (kind: Kind): string => {
  if (kind === 'timeout') return text('logTimeout');
  if (kind === 'bar') return text('lineTerms');
  return kind === 'say' ? text('stepSay') : stepText({ do: kind });
};

/** The term of a new step that restricts, and a day, s. */
const usualTerm = 7;
const daySeconds = 86_400;

const termOfSeconds = (seconds: number | undefined): Term =>
  terms.find((term) => term !== null && term * daySeconds === seconds) ?? null;

interface StepsProps {
  steps: readonly Step[];
  /** What can be chosen. */
  kinds: readonly Kind[];
  /** What a further step is at first. */
  next: Kind;
  error: string | undefined;
  onChange: (steps: readonly Step[]) => void;
}

/** What the button does, one after the other. */
function Steps({ steps, kinds: offered, next, error, onChange }: StepsProps): VNode {
  const put = (index: number, step: Step): void => onChange(steps.with(index, step));
  return (
    <fieldset class="ss-steps-form">
      <legend class="ss-field-label">{text('buttonSteps')}</legend>
      {steps.map((step, index) => (
        <div key={index} class="ss-step">
          <Select
            label={text('buttonStep', index + 1)}
            hideLabel
            options={(offered.includes(step.do) ? offered : [step.do, ...offered]).map((kind) => ({
              value: kind,
              label: kindText(kind),
            }))}
            value={step.do}
            onChange={(kind) => put(index, stepOf(kind))}
          />
          {step.do === 'timeout' && (
            <Checkbox
              label={text('stepAnyLength')}
              checked={step.seconds === undefined}
              onChange={(any) => put(index, any ? { do: 'timeout' } : { do: 'timeout', seconds: 600 })}
            />
          )}
          {step.do === 'timeout' && step.seconds !== undefined && (
            <DurationInput
              label={text('askLength')}
              hideLabel
              value={step.seconds}
              min={1}
              max={1_209_600}
              invalidText={text('presetBad')}
              onChange={(seconds) => put(index, { do: 'timeout', seconds })}
            />
          )}
          {step.do === 'bar' && (
            <TermSelect
              value={termOfSeconds(step.seconds)}
              onChange={(term) =>
                put(index, { do: 'bar', ...(term !== null && { seconds: term * daySeconds }) })
              }
            />
          )}
          {step.do === 'say' && (
            <TextInput
              label={text('stepSay')}
              hideLabel
              hint={text('stepSayHint')}
              limit={buttonLimits.text}
              value={step.text}
              onChange={(words) => put(index, { do: 'say', text: words })}
            />
          )}
          {steps.length > 1 && (
            <IconButton
              size="small"
              kind="danger"
              icon="trash"
              label={text('presetRemove', stepText(step))}
              onClick={() => onChange(steps.toSpliced(index, 1))}
            />
          )}
        </div>
      ))}
      {error !== undefined && (
        <p class="ss-field-below" data-error>
          <Icon name="warning" size={14} />
          <span>{error}</span>
        </p>
      )}
      {steps.length < buttonLimits.steps && (
        <Button size="small" icon="plus" onClick={() => onChange([...steps, stepOf(next)])}>
          {text('stepAdd')}
        </Button>
      )}
    </fieldset>
  );
}
