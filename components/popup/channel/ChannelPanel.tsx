import type { ComponentChildren, VNode } from 'preact';

import type { QueueState } from '../../../lib/channel/queue-desk.ts';
import type { ChannelRole, PageRole } from '../../../lib/channel/role.ts';
import type { ToolsState } from '../../../lib/channel/tools-desk.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Choice } from '../../Choice.tsx';
import type { QueueActions } from './QueueLine.tsx';
import { Rounds, type RoundsProps } from './Rounds.tsx';
import { TabChannel, type TabChannelActions } from './TabChannel.tsx';

/** The other platform's side of the panel. */
export interface ChzzkSide {
  readonly isInFront: boolean;
  readonly turn: (isInFront: boolean) => void;
  /** What stands there. */
  readonly content: ComponentChildren;
}

/** What the panel is drawn from. */
export interface ChannelPanelProps extends RoundsProps {
  /** `undefined`: the user does not use CHZZK. */
  chzzk: ChzzkSide | undefined;
  /** `undefined`: not known yet. */
  tools: ToolsState | undefined;
  /** What the user is taken for there until that is known. */
  expected: ChannelRole;
  /** What its page says that they are beside. */
  also: readonly PageRole[];
  toolActions: TabChannelActions;
  /** The queue of the tab's channel. */
  queue: QueueState | undefined;
  queueActions: QueueActions;
  settings: Settings;
}

/** The tab "Channel": the channel of the tab in front, then polls and predictions of the user's own; or CHZZK. */
export function ChannelPanel({
  tools,
  expected,
  also,
  toolActions,
  queue,
  queueActions,
  settings,
  chzzk,
  ...rounds
}: ChannelPanelProps): VNode {
  return (
    <div class="ss-channel">
      <h1 class="ss-aloud">{text('tabChannel')}</h1>
      {chzzk && (
        <div class="ss-channel-sides">
          <Choice
            label={text('platformFilter')}
            hideLabel
            options={[
              { value: 'twitch', label: text('platformTwitch') },
              { value: 'chzzk', label: text('platformChzzk') },
            ]}
            value={chzzk.isInFront ? 'chzzk' : 'twitch'}
            onChange={(side) => chzzk.turn(side === 'chzzk')}
          />
        </div>
      )}
      {chzzk?.isInFront === true ? (
        chzzk.content
      ) : (
        <TwitchSide
          tools={tools}
          expected={expected}
          also={also}
          toolActions={toolActions}
          queue={queue}
          queueActions={queueActions}
          settings={settings}
          {...rounds}
        />
      )}
    </div>
  );
}

function TwitchSide({
  tools,
  expected,
  also,
  toolActions,
  queue,
  queueActions,
  settings,
  ...rounds
}: Omit<ChannelPanelProps, 'chzzk'>): VNode {
  const { signedIn, now } = rounds;
  return (
    <>
      {tools?.channel !== undefined && (
        <TabChannel
          key={tools.channel}
          state={tools}
          channel={tools.channel}
          expected={expected}
          also={also}
          signedIn={signedIn}
          settings={settings}
          queue={queue}
          queueActions={queueActions}
          now={now}
          actions={toolActions}
        />
      )}
      <Rounds {...rounds} />
    </>
  );
}
