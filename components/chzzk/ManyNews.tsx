import type { VNode } from 'preact';

import type { Doing } from '../../lib/chzzk/manage/wish.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import type { Failure } from '../../lib/failure.ts';
import type { BulkState } from '../../lib/managing/state.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Banner } from '../Banner.tsx';
import { Button } from '../Button.tsx';
import { ProgressBar } from '../ProgressBar.tsx';
import type { ManageActions } from './actions.ts';

/** What the button says that takes them back, by what that does. */
const undoWords: Readonly<Partial<Record<Doing['what'], TextKey>>> = {
  restrict: 'manyRestrictAgain',
  'take-back': 'manyLiftAgain',
  'add-word': 'manyAddAgain',
  'remove-word': 'manyRemoveAgain',
};

/** What the news of something that takes a while is drawn from. */
export interface ManyNewsProps {
  bulk: BulkState;
  actions: Pick<ManageActions, 'stop' | 'goOn' | 'undoMany' | 'forgetMany'>;
}

/** How far something is that takes a while, and what became of it. */
export function ManyNews({ bulk, actions }: ManyNewsProps): VNode {
  if (bulk.stage === 'runs') {
    return (
      <div class="ss-note ss-manage-runs">
        <ProgressBar
          label={text(bulk.what === 'save' ? 'manySaving' : 'manyRuns')}
          value={bulk.of === 0 ? undefined : bulk.tried}
          max={bulk.of}
          valueText={text('manageCount', bulk.tried, bulk.of)}
        />
        <Button size="small" onClick={actions.stop}>
          {text('manyStop')}
        </Button>
      </div>
    );
  }
  const { done, refused, left, failure, undo } = bulk;
  const first = undo[0]?.doing;
  return (
    <div class="ss-note ss-manage-over">
      <Banner
        kind={failure || refused.length > 0 ? 'error' : 'success'}
        dismissLabel={text('close')}
        onDismiss={actions.forgetMany}
        title={text('manyDone', done, done + refused.length + left)}
        action={
          <>
            {first && (
              <Button size="small" icon="undo" onClick={actions.undoMany}>
                {text(undoWords[first.what] ?? 'undo', undo.length)}
              </Button>
            )}
            {left > 0 && (
              <Button size="small" onClick={actions.goOn}>
                {text(failure?.code === 'chzzk-no-tab' ? 'manageOpenTab' : 'manyGoOn', left)}
              </Button>
            )}
          </>
        }
      >
        {failure && <Why failure={failure} />}
        {!failure && left > 0 && <p>{text('manyStopped')}</p>}
        {refused.length > 0 && (
          <ul class="ss-manage-names" tabIndex={0} aria-label={text('manyRefused')}>
            {refused.map(({ name, failure: why }, index) => (
              <li key={index}>
                <bdi>{name}</bdi>: {describeFailure(why, 'chzzk').hint}
              </li>
            ))}
          </ul>
        )}
      </Banner>
    </div>
  );
}

/** Why it stopped. What nobody knows, going on finds out: so nobody is sent to look. */
function Why({ failure }: { failure: Failure }): VNode {
  const { title, hint } = describeFailure(failure, 'chzzk');
  return (
    <>
      <p>{title}</p>
      {failure.code !== 'outcome-unknown' && <p class="ss-quiet">{hint}</p>}
    </>
  );
}
