import type { VNode } from 'preact';

import type { ChannelRole } from '../../../lib/channel/tools.ts';
import type { ToolsState } from '../../../lib/channel/tools-desk.ts';
import type { Settings } from '../../../lib/store/settings-table.ts';
import { text } from '../../../lib/text.ts';
import { Rounds, type RoundsProps } from './Rounds.tsx';
import { TabChannel, type TabChannelActions } from './TabChannel.tsx';

/** What the panel is drawn from. */
export interface ChannelPanelProps extends RoundsProps {
  /** `undefined`: not known yet. */
  tools: ToolsState | undefined;
  /** What the user is taken for there until that is known. */
  expected: ChannelRole;
  toolActions: TabChannelActions;
  settings: Settings;
}

/** The tab "Channel": the channel of the tab in front, then polls and predictions of the user's own. */
export function ChannelPanel({
  tools,
  expected,
  toolActions,
  settings,
  ...rounds
}: ChannelPanelProps): VNode {
  const { signedIn, now } = rounds;
  return (
    <div class="ss-channel">
      <h1 class="ss-aloud">{text('tabChannel')}</h1>
      {tools?.channel !== undefined && (
        <TabChannel
          key={tools.channel}
          state={tools}
          channel={tools.channel}
          expected={expected}
          signedIn={signedIn}
          settings={settings}
          now={now}
          actions={toolActions}
        />
      )}
      <Rounds {...rounds} />
    </div>
  );
}
