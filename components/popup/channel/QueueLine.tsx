import type { ComponentChildren, VNode } from 'preact';

import type { Platform } from '../../../lib/chat/message.ts';
import type { QueueState } from '../../../lib/channel/queue-desk.ts';
import type { QueueCount } from '../../../lib/channel/queues.ts';
import { describeFailure } from '../../../lib/failure-text.ts';
import { spoken, text } from '../../../lib/text.ts';
import { Badge } from '../../Badge.tsx';
import { Button } from '../../Button.tsx';
import { IconButton } from '../../IconButton.tsx';
import { RelativeTime } from '../../RelativeTime.tsx';

/** What can be done with a queue. */
export interface QueueActions {
  readonly refresh: () => void;
  /** Asks the user, on the platform's page, to let it be counted. */
  readonly allow: () => void;
  /** Goes to where its requests are answered: a page of Twitch's, a list beside it on CHZZK. */
  readonly open: () => void;
}

/** What it is drawn from; without a `state` nothing is known, and it only takes its room. */
export interface QueueLineProps {
  platform: Platform;
  state: QueueState | undefined;
  now: number;
  actions: QueueActions;
}

/** How many wait in the channel's queue, and the way to them. It is as high in every state. */
export function QueueLine({ platform, state, now, actions }: QueueLineProps): VNode {
  const isChzzk = platform === 'chzzk';
  const { count, failure, asking = true } = state ?? {};
  const remedy = failure && describeFailure(failure, platform).remedy;
  const isAllowed = remedy !== 'allow';
  return (
    <div class="ss-queue">
      <div class="ss-queue-words">
        <span class="ss-queue-name">
          {text(isChzzk ? 'queueChzzk' : 'queueTwitch')}
          {count && count.count > 0 && <Badge kind="warning">{shortOf(count)}</Badge>}
        </span>
        <span
          class="ss-round-sum ss-cut"
          role="status"
          title={failure && isAllowed ? describeFailure(failure, platform).title : undefined}
        >
          <Words state={state} now={now} />
        </span>
      </div>
      {/* It leads to Twitch, and comes late: where nothing else is pressed, and the others stay where they are. */}
      {!isAllowed && (
        <Button
          size="small"
          kind="primary"
          title={text('queueNotAllowed')}
          busy={asking}
          onClick={actions.allow}
        >
          {text('queueAllow')}
        </Button>
      )}
      <IconButton
        icon="refresh"
        label={text('queueAgain')}
        busy={asking}
        disabled={asking}
        onClick={actions.refresh}
      />
      {isChzzk ? (
        <Button size="small" disabled={!state} onClick={actions.open}>
          {text('queueShow')}
        </Button>
      ) : (
        <Button size="small" iconAfter="external" disabled={!state} onClick={actions.open}>
          {text('openModView')}
        </Button>
      )}
    </div>
  );
}

const shortOf = ({ count, more }: QueueCount): string =>
  `${count.toLocaleString(spoken())}${more ? '+' : ''}`;

function Words({ state, now }: Pick<QueueLineProps, 'state' | 'now'>): ComponentChildren {
  const { count, failure } = state ?? {};
  if (failure?.code === 'missing-scope') return text('queueNeeds');
  if (failure) return describeFailure(failure, state?.place.platform).title;
  if (!count) return text('queueCounting');
  return (
    <>
      {wordsOf(count)} · <RelativeTime at={count.at} now={now} />
    </>
  );
}

function wordsOf({ count, more }: QueueCount): string {
  if (count === 0) return text('queueNone');
  return more ? text('queueMore', count) : count === 1 ? text('queueOne') : text('queueMany', count);
}
