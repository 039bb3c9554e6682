import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { IconButton } from '../IconButton.tsx';
import { TabPanel, Tabs } from '../Tabs.tsx';
import { ChannelSelect } from './ChannelSelect.tsx';
import { Closed } from './Closed.tsx';
import { News } from './News.tsx';
import type { ManageProps } from './props.ts';
import { type ManageTab, manageTabs, tabOfList } from './tabs.ts';

/** What is used most while a stream runs; the rest is on the desk. */
const brief = ['restrictions', 'requests', 'words'] as const satisfies readonly ManageTab[];

/** The panel where there is little room, and where a press beside it may close it: what takes a while is on the desk. */
export function Brief({ state, now, actions }: ManageProps): VNode {
  const { access, channels, channel, list } = state;
  if (access !== 'open' || channel === undefined) {
    return (
      <div class="ss-manage ss-manage-brief">
        <Closed state={state} actions={actions} />
      </div>
    );
  }
  const tab = brief.find((name) => name === tabOfList(list)) ?? brief[0];
  const { Body } = manageTabs[tab];
  const name = channels.find(({ id }) => id === channel)?.name;
  return (
    <div class="ss-manage ss-manage-brief">
      <div class="ss-manage-brief-head">
        {channels.length > 1 ? (
          <ChannelSelect channels={channels} channel={channel} onChoose={actions.choose} />
        ) : (
          <strong class="ss-cut">
            <bdi>{name}</bdi>
          </strong>
        )}
        <IconButton icon="refresh" kind="plain" label={text('chzzkAgain')} onClick={actions.look} />
        <Button size="small" iconAfter="external" onClick={() => actions.openDesk({ channel, list })}>
          {text('deskOpen')}
        </Button>
      </div>
      <Tabs
        label={text('manageTitle')}
        name="chzzk"
        tabs={brief.map((id) => ({ id, label: text(manageTabs[id].label) }))}
        selected={tab}
        onSelect={(id) => actions.turnTo(manageTabs[id].lists[0])}
      />
      <TabPanel name="chzzk" tab={tab}>
        <Body key={channel} state={state} now={now} actions={actions} isBrief />
      </TabPanel>
      <News state={state} actions={actions} />
    </div>
  );
}
