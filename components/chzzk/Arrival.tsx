import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { SkeletonRows } from '../Skeleton.tsx';
import { FailureNote } from '../FailureNote.tsx';
import type { ManageProps } from './props.ts';

/** What {@link Arrival} is drawn from. */
export interface ArrivalProps extends Pick<ManageProps, 'state' | 'actions'> {
  /** Whether the list in sight has come, be it an older one. */
  isHere: boolean;
}

/** That the list in sight is on its way, or why it does not come. */
export function Arrival({ isHere, state: { failure }, actions }: ArrivalProps): VNode | null {
  if (!failure) return isHere ? null : <SkeletonRows count={4} label={text('manageLoading')} />;
  return (
    <FailureNote
      platform="chzzk"
      failure={failure}
      action={
        <Button size="small" onClick={actions.reload}>
          {text('tryAgain')}
        </Button>
      }
    />
  );
}
