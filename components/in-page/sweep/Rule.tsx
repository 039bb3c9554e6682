import type { VNode } from 'preact';

import { type RuleKind, ruleKinds } from '../../../lib/moderation/sweep/rule.ts';
import type { SweepForm } from '../../../lib/pages/sweeping.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Select } from '../../Select.tsx';
import { TextInput } from '../../TextInput.tsx';
import { ruleWords } from './words.ts';

/** What the rule is drawn from. */
export interface RuleProps {
  form: SweepForm;
  /** Rules that there are here. */
  rules: readonly RuleKind[];
  /** Whether it says enough. */
  isWhole: boolean;
  onChange: (change: Partial<SweepForm>) => void;
  onLook: () => void;
}

/** How far back one can look, min; 0: as far as lines are remembered. */
const spans = [2, 5, 10, 30, 0] as const;

/** Whom a sweep looks for. */
export function Rule({ form, rules, isWhole, onChange, onLook }: RuleProps): VNode {
  const { by, minutes, chosen } = form;
  return (
    <form
      class="ss-sweep-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onLook();
      }}
    >
      <Select
        label={text('sweepBy')}
        options={ruleKinds
          .filter((kind) => rules.includes(kind))
          .map((kind) => ({ value: kind, label: text(ruleWords[kind]) }))}
        value={by}
        onChange={(kind) => onChange({ by: kind })}
      />
      <div class="ss-sweep-what">
        {by === 'like' && (
          <TextInput
            label={text('sweepLike')}
            hint={text('sweepLikeHint')}
            value={form.like}
            onChange={(like) => onChange({ like })}
          />
        )}
        {by === 'words' && (
          <TextInput
            label={text('sweepWords')}
            hint={text('sweepWordsHint')}
            value={form.words}
            onChange={(words) => onChange({ words })}
          />
        )}
        {by === 'names' && (
          <TextInput
            label={text('sweepNames')}
            hint={text('sweepNamesHint')}
            value={form.names}
            onChange={(names) => onChange({ names })}
          />
        )}
        {by === 'first' && <p class="ss-quiet">{text('sweepFirstHint')}</p>}
        {by === 'hand' && (
          <p class="ss-quiet" aria-live="polite">
            {text('sweepHandHint')} <bdi>{[...chosen.values()].join(', ')}</bdi>
          </p>
        )}
      </div>
      <Select
        label={text('sweepWithin')}
        options={spans.map((span) => ({
          value: String(span),
          label: span === 0 ? text('sweepAll') : text('durationMinutes', span),
        }))}
        value={String(minutes)}
        onChange={(span) => onChange({ minutes: Number(span) })}
        disabled={by === 'hand'}
      />
      <Button type="submit" kind="primary" aria-disabled={!isWhole || undefined}>
        {text('sweepLook')}
      </Button>
    </form>
  );
}
