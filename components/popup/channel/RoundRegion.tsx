import type { VNode } from 'preact';
import { useId } from 'preact/hooks';

import type { AccountsView } from '../../../lib/accounts/accounts.ts';
import type { RoundDeskState } from '../../../lib/channel/round-desk.ts';
import type { Round, RoundDraft, RoundLimits } from '../../../lib/channel/round.ts';
import { isSameDraft } from '../../../lib/channel/round.ts';
import { text } from '../../../lib/text.ts';
import { Banner } from '../../Banner.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { useSteady } from '../../use-steady.ts';
import type { PopupActions } from '../actions.ts';
import { FailureBanner } from '../failures.tsx';
import { RoundForm } from './RoundForm.tsx';
import { RoundPast, type PastRound } from './RoundPast.tsx';
import { roundWords, type RoundKind } from './words.ts';

/** What can be done with rounds of one kind. */
export interface RoundActions<Ending> {
  readonly type: (draft: RoundDraft) => void;
  readonly start: () => void;
  readonly end: (id: string, ending: Ending) => void;
  readonly keepPreset: () => void;
  readonly dropPreset: (preset: RoundDraft) => void;
  /** Does once more what failed. */
  readonly refresh: () => void;
  /** Asks for what is missing, and goes on. */
  readonly allow: () => void;
}

/** What the region is drawn from. `now` is Unix epoch milliseconds. */
export interface RoundRegionProps<R extends Round, Ending> {
  kind: RoundKind;
  /** Not to be shown yet: what stands above it would push it down when it comes. */
  waits?: boolean;
  state: RoundDeskState<R, Ending>;
  limits: RoundLimits;
  now: number;
  actions: RoundActions<Ending> & Pick<PopupActions, 'signIn' | 'openOptions'>;
  signedIn: AccountsView | undefined;
  /** Draws a round that runs or has just ended. */
  card: (round: R, ending: Ending | undefined) => VNode;
  /** A round that is over, for the history. */
  past: (round: R) => PastRound;
  /** When a round ended, Unix epoch milliseconds. */
  endedAt: (round: R) => number;
}

/** So long a result stands above the form, ms. */
const freshMs = 30 * 60 * 1000;

/** Polls or predictions: the one that runs, or the form for the next one. */
export function RoundRegion<R extends Round, Ending>(props: RoundRegionProps<R, Ending>): VNode {
  const { kind, state } = props;
  const id = useId();
  const steady = useSteady<HTMLElement>();
  const words = roundWords[kind];
  return (
    <section class="ss-round-region" aria-labelledby={id} aria-busy={state.reading || undefined} ref={steady}>
      <h2 id={id}>{text(words.title)}</h2>
      <Body {...props} />
    </section>
  );
}

function Body<R extends Round, Ending>(props: RoundRegionProps<R, Ending>): VNode {
  const { kind, waits, state, limits, now, actions, signedIn, card, past, endedAt } = props;
  const { known, draft, presets, working, failed } = state;
  const words = roundWords[kind];
  const banner = failed && <FailureBanner failure={failed.failure} state={{ signedIn }} actions={actions} />;
  // What a press came to is said where it moves nothing.
  const failure = failed?.work ? <div class="ss-channel-late">{banner}</div> : banner;

  if (waits) return <SkeletonRows count={2} label={text(words.loading)} />;
  if (known?.eligible === false) return <Banner kind="info">{text(words.notEligible)}</Banner>;
  if (!known && !failed) return <SkeletonRows count={2} label={text(words.loading)} />;

  const [latest] = known?.rounds ?? [];
  const ending = working?.kind === 'end' && working.id === latest?.id ? working.ending : undefined;
  if (latest && !latest.over) {
    return (
      <>
        {card(latest, ending)}
        {failure}
      </>
    );
  }
  const isFresh = latest !== undefined && now - endedAt(latest) < freshMs;
  return (
    <>
      {isFresh && card(latest, undefined)}
      <RoundForm
        kind={kind}
        draft={draft}
        limits={limits}
        checked={state.checked}
        busy={working?.kind === 'start'}
        onType={actions.type}
        onStart={actions.start}
        onKeepPreset={actions.keepPreset}
        isPreset={presets.some((preset) => isSameDraft(preset, draft))}
      >
        {failure}
      </RoundForm>
      <RoundPast
        presets={presets}
        past={(known?.rounds ?? []).filter(({ over }) => over).map(past)}
        now={now}
        onUse={actions.type}
        onDropPreset={actions.dropPreset}
      />
    </>
  );
}
