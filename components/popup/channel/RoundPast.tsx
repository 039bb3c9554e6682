import type { VNode } from 'preact';

import type { RoundDraft } from '../../../lib/channel/round.ts';
import { text } from '../../../lib/text.ts';
import { IconButton } from '../../IconButton.tsx';
import { List, Row } from '../../List.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';

/** A round that is over: what came of it in a few words, and the draft that asks the same again. */
export interface PastRound {
  readonly id: string;
  readonly draft: RoundDraft;
  readonly result: string;
  /** When it was started, Unix epoch milliseconds. */
  readonly at: number;
}

/** What the list is drawn from. `now` is Unix epoch milliseconds. */
export interface RoundPastProps {
  presets: readonly RoundDraft[];
  past: readonly PastRound[];
  now: number;
  onUse: (draft: RoundDraft) => void;
  onDropPreset: (preset: RoundDraft) => void;
}

/** Presets and past rounds; a press on one fills the form. */
export function RoundPast({ presets, past, now, onUse, onDropPreset }: RoundPastProps): VNode | null {
  if (presets.length + past.length === 0) return null;
  return (
    <details class="ss-round-past">
      <summary>{text('roundPast')}</summary>
      {presets.length > 0 && (
        <>
          <h3>{text('roundPresets')}</h3>
          <List label={text('roundPresets')}>
            {presets.map((preset) => (
              <Row
                key={JSON.stringify(preset)}
                title={preset.title}
                text={preset.choices.join(' · ')}
                onPress={() => onUse(preset)}
                actions={
                  <IconButton
                    icon="trash"
                    size="small"
                    kind="danger"
                    label={text('roundDropPreset', preset.title)}
                    onClick={() => onDropPreset(preset)}
                  />
                }
              />
            ))}
          </List>
        </>
      )}
      {past.length > 0 && (
        <>
          <h3>{text('roundHistory')}</h3>
          <List label={text('roundHistory')}>
            {past.map(({ id, draft, result, at }) => (
              <Row
                key={id}
                title={draft.title}
                text={result}
                onPress={() => onUse(draft)}
                aside={<RelativeTime at={at} now={now} />}
              />
            ))}
          </List>
        </>
      )}
    </details>
  );
}
