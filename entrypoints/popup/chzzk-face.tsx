import '../../components/Section.css';
import '../../components/Table.css';
import '../../components/chzzk/Manage.css';
import '../../components/chzzk/Brief.css';

import type { VNode } from 'preact';

import { Brief } from '../../components/chzzk/Brief.tsx';
import { ProfileHere } from '../../components/popup/channel/ProfileHere.tsx';
import { type QueueActions, QueueLine } from '../../components/popup/channel/QueueLine.tsx';
import { createQueueDesk, type QueueState } from '../../lib/channel/queue-desk.ts';
import { FailureError } from '../../lib/failure.ts';
import type { ManageState } from '../../lib/managing/state.ts';
import { call } from '../../lib/messages/call.ts';
import { withChannelProfile } from '../../lib/moderation/profiles.ts';
import { openPanel } from '../desk/panel.ts';
import type { TabParts } from './face.ts';
import { showOnDesk, stays } from './opening.ts';

/** What the side asks of the popup. */
export interface ChzzkParts extends Pick<TabParts, 'settings' | 'set'> {
  /** Draws the popup again. */
  readonly draw: () => void;
}

/** What answers somebody who waits to be let in again. */
const answers: ReadonlySet<string> = new Set(['accept', 'reject']);

/** CHZZK's side of the tab "Channel": how many wait to be let in again, and the panel of `channel`'s managers, or of the user's own channel. */
export function createChzzkFace(
  { draw, settings, set }: ChzzkParts,
  channel: string | undefined,
): (now: number) => VNode | null {
  let queue: QueueState | undefined;
  /** What the panel showed when the queue was counted last. */
  let counted: Pick<ManageState, 'channel' | 'done' | 'bulk'> | undefined;

  const queueDesk = createQueueDesk({
    read: (place, fresh) => call('channel.queue', { place, fresh }),
    // The permission that it takes is that of the whole panel, which asks for it.
    allow: () => Promise.reject(new FailureError({ code: 'chzzk-no-role' })),
    isOnline: () => navigator.onLine,
    show: (state) => {
      queue = state;
      draw();
    },
  });

  /** Counts for a channel when it comes into sight, and anew when somebody of its queue was answered here. */
  function countFor(shown: ManageState | undefined): void {
    if (!shown) return;
    const { access, done, bulk } = shown;
    const channel = access === 'open' ? shown.channel : undefined;
    // While it is asked again who may what, nobody is gone.
    if (access === 'asking' || access === 'unknown') return;
    const before = counted;
    counted = { channel, done, bulk };
    if (channel !== before?.channel)
      void queueDesk.look(channel === undefined ? undefined : { platform: 'chzzk', channel });
    else if (
      (done !== before?.done && done && answers.has(done.doing.what)) ||
      (before?.bulk?.stage === 'runs' && bulk?.stage === 'over' && answers.has(bulk.what))
    )
      void queueDesk.refresh();
  }

  const panel = openPanel(
    () => {
      // It shows itself while it is being opened.
      queueMicrotask(() => countFor(panel.state()));
      draw();
    },
    { channel },
    // A press beside the popup would end the reading; what the desk reads comes as a file by itself.
    stays ? {} : { saveElsewhere: (place) => void showOnDesk(place) },
  );
  const { state, actions } = panel;
  const queueActions: QueueActions = {
    refresh: () => void queueDesk.refresh(),
    allow: () => void queueDesk.allow(),
    open: () => actions.turnTo('requests'),
  };
  const here = { ...actions, openDesk: (place: Parameters<typeof showOnDesk>[0]) => void showOnDesk(place) };
  return (now) => {
    const shown = state();
    if (!shown) return null;
    const more = (id: string): VNode => (
      <>
        <QueueLine platform="chzzk" state={queue} now={now} actions={queueActions} />
        <ProfileHere
          settings={settings()}
          channel={id}
          onChoose={(name) => set('moderation.channelProfiles', withChannelProfile(settings(), id, name))}
        />
      </>
    );
    return <Brief state={shown} now={now} actions={here} more={more} />;
  };
}
