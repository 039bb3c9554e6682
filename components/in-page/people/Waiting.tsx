import type { ComponentChildren, VNode } from 'preact';

import type { Platform } from '../../../lib/chat/message.ts';
import { describeFailure } from '../../../lib/failure-text.ts';
import type { Load } from '../../../lib/pages/cards.ts';
import { text } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import { Icon } from '../../Icon.tsx';
import { Spinner } from '../../Spinner.tsx';
import { toPanel } from './Panel.tsx';

/** What {@link Waiting} is drawn from. */
export interface WaitingProps<Value> {
  load: Load<Value>;
  /** Who is asked. */
  platform: Platform;
  /** Draws what is there. */
  children: (value: Value) => ComponentChildren;
  onRetry: () => void;
  onAllow: () => void;
}

/** Something that is asked for: that it is on its way, what it is, or why it could not be had and what helps. */
export function Waiting<Value>({ load, platform, children, onRetry, onAllow }: WaitingProps<Value>): VNode {
  if (load.status === 'there') return <>{children(load.value)}</>;
  if (load.status === 'loading') {
    return (
      <span class="ss-quiet">
        <Spinner size={14} />
        <span class="ss-aloud">{text('cardLoading')}</span>
      </span>
    );
  }
  const { title, hint, remedy } = describeFailure(load.failure, platform);
  const [label, act] =
    remedy === 'retry' ? (['retry', onRetry] as const) : (['allowAndContinue', onAllow] as const);
  return (
    <span class="ss-card-failure" data-tip={hint}>
      <Icon name="warning" size={14} />
      <span>{title}</span>
      {(remedy === 'retry' || remedy === 'allow') && (
        <Button
          size="small"
          kind="quiet"
          onClick={({ currentTarget }) => {
            toPanel(currentTarget);
            act();
          }}
        >
          {text(label)}
        </Button>
      )}
    </span>
  );
}
