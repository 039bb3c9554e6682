import type { VNode } from 'preact';

import { barTerms, isLength } from '../../../lib/moderation/ladder.ts';
import { daysText } from '../../../lib/moderation/duration.ts';
import type { ReasonChoice } from '../../../lib/moderation/reason.ts';
import type { Hit } from '../../../lib/moderation/sweep/rule.ts';
import type { SweepKind } from '../../../lib/moderation/sweep/sweep.ts';
import { type SweepForm, takesReason } from '../../../lib/pages/sweeping.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Checkbox } from '../../Checkbox.tsx';
import { DurationInput } from '../../DurationInput.tsx';
import { Icon } from '../../Icon.tsx';
import { Select } from '../../Select.tsx';
import { TextInput } from '../../TextInput.tsx';
import { ReasonMenu } from '../ReasonMenu.tsx';
import { kindWords, sparedWords } from './words.ts';

/** What the preview is drawn from. */
export interface PreviewProps {
  hits: readonly Hit[];
  /** Those who were taken out, by key. */
  out: ReadonlySet<string>;
  isKnown: (hit: Hit) => boolean;
  /** Lines that came since and would be found. */
  since: number;
  form: SweepForm;
  kinds: readonly SweepKind[];
  reasons: readonly ReasonChoice[];
  /** How many actions it would come to. */
  count: number;
  onTake: (key: string, isMeant: boolean) => void;
  onMore: () => void;
  onChange: (change: Partial<SweepForm>) => void;
  onBack: () => void;
  onNext: () => void;
}

/** What a restriction without an end is called among the terms. */
const forGood = '';

/** Whom a rule found, with their lines, and what is to be done about them. */
export function Preview(props: PreviewProps): VNode {
  const { hits, out, isKnown, since, form, kinds, reasons, count } = props;
  const { onTake, onMore, onChange, onBack, onNext } = props;
  const meant = hits.filter(({ spared }) => !spared);
  const spared = hits.filter((hit) => hit.spared);
  const lines = meant.reduce((sum, hit) => sum + hit.lines.length, 0);
  return (
    <form
      class="ss-sweep-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <p class="ss-sweep-count" role="status">
        {meant.length === 0 ? text('sweepNobody') : text('sweepFound', meant.length, lines)}
      </p>
      <ul class="ss-sweep-hits" aria-label={text('sweepWhom')} tabIndex={0}>
        {meant.map((hit) => (
          <li key={hit.key} data-out={out.has(hit.key) || undefined}>
            <Checkbox
              label={hit.message.author.name}
              checked={!out.has(hit.key)}
              onChange={(isMeant) => onTake(hit.key, isMeant)}
            />
            {isKnown(hit) && (
              <span class="ss-sweep-known" title={text('sweepKnown')}>
                <Icon name="note" size={14} />
                {text('sweepKnown')}
              </span>
            )}
            <Said hit={hit} />
          </li>
        ))}
        {spared.map((hit) => (
          <li key={hit.key} data-spared>
            <span class="ss-sweep-name">
              <bdi>{hit.message.author.name}</bdi>
              <span class="ss-card-badge">{hit.spared && text(sparedWords[hit.spared])}</span>
            </span>
            <Said hit={hit} />
          </li>
        ))}
      </ul>
      {/* Its room is kept: what stands below must not move when lines come. */}
      <p class="ss-sweep-since" role="status">
        {since > 0 && (
          <>
            <span>{text('sweepSince', since)}</span>
            <Button size="small" kind="quiet" onClick={onMore}>
              {text('sweepTake')}
            </Button>
          </>
        )}
      </p>
      <div class="ss-sweep-do">
        <Select
          label={text('sweepDo')}
          options={kinds.map((kind) => ({ value: kind, label: text(kindWords[kind]) }))}
          value={form.kind}
          onChange={(kind) => onChange({ kind })}
        />
        {form.kind === 'timeout' && (
          <DurationInput
            label={text('askLength')}
            value={form.length}
            min={1}
            max={1_209_600}
            invalidText={text('presetBad')}
            onChange={(length) => isLength(length) && onChange({ length })}
          />
        )}
        {form.kind === 'bar' && (
          <Select
            label={text('askLength')}
            options={[
              ...barTerms.map((term) => ({ value: String(term), label: daysText(term) })),
              { value: forGood, label: text('barForGood') },
            ]}
            value={form.term === undefined ? forGood : String(form.term)}
            onChange={(term) => onChange({ term: term === forGood ? undefined : Number(term) })}
          />
        )}
      </div>
      {takesReason(form.kind) && (
        <div class="ss-sweep-reason">
          <TextInput
            label={text('reason')}
            limit={500}
            value={form.reason}
            onChange={(reason) => onChange({ reason })}
          />
          <ReasonMenu reasons={reasons} onChoose={(reason) => onChange({ reason })} />
        </div>
      )}
      <div class="ss-sweep-steps">
        <Button kind="quiet" onClick={onBack}>
          {text('sweepBack')}
        </Button>
        <Button type="submit" kind="primary" aria-disabled={count === 0 || undefined}>
          {text('sweepNext', count)}
        </Button>
      </div>
    </form>
  );
}

/** Lines that are shown of one chatter. */
const shownAtMost = 3;

function Said({ hit: { lines } }: { hit: Hit }): VNode {
  const shown = lines.slice(-shownAtMost);
  const more = lines.length - shown.length;
  return (
    <span class="ss-sweep-said">
      {shown.map((line, place) => (
        <bdi key={line.id ?? place} class="ss-cut" title={line.text} data-undone={line.deleted || undefined}>
          {line.text}
        </bdi>
      ))}
      {more > 0 && <span>{text('sweepMoreLines', more)}</span>}
    </span>
  );
}
