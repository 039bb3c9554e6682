import type { VNode } from 'preact';

import { chzzkUrl } from '../../lib/chzzk/site.ts';
import { text, type TextKey } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { EmptyState } from '../States.tsx';
import type { ManageProps } from './props.ts';

const closed = {
  'not-permitted': { title: 'manageNotPermitted', hint: 'manageNotPermittedHint', does: 'managePermit' },
  'logged-out': { title: 'chzzkLoggedOut', hint: 'manageLoggedOutHint', does: 'chzzkAgain' },
  open: { title: 'manageNoChannel', hint: 'manageNoChannelHint', does: 'chzzkAgain' },
} as const satisfies Record<string, { title: TextKey; hint: TextKey; does: TextKey }>;

/** There is nothing to manage: why, and what helps. */
export function Closed({
  state: { access, failure },
  actions,
}: Pick<ManageProps, 'state' | 'actions'>): VNode {
  if (access === 'unknown' || access === 'asking')
    return <SkeletonRows count={4} label={text('chzzkAsking')} />;
  if (access === 'failed') {
    const again = (
      <Button size="small" onClick={actions.look}>
        {text('tryAgain')}
      </Button>
    );
    return <>{failure && <FailureNote platform="chzzk" failure={failure} action={again} />}</>;
  }
  const { title, hint, does } = closed[access];
  return (
    <EmptyState
      icon="ban"
      title={text(title)}
      text={text(hint)}
      action={
        <>
          <Button
            kind="primary"
            icon={access === 'not-permitted' ? undefined : 'refresh'}
            onClick={access === 'not-permitted' ? actions.permit : actions.look}
          >
            {text(does)}
          </Button>
          {access === 'logged-out' && (
            <p>
              <a href={chzzkUrl} target="_blank" rel="noreferrer">
                {text('chzzkLogIn')}
              </a>
            </p>
          )}
        </>
      }
    />
  );
}
