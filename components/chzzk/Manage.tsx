import type { VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Page } from '../Section.tsx';
import { TabPanel, Tabs } from '../Tabs.tsx';
import { ChannelSelect } from './ChannelSelect.tsx';
import { Closed } from './Closed.tsx';
import { News } from './News.tsx';
import { PanelTools } from './PanelTools.tsx';
import type { ManageProps } from './props.ts';
import { manageTabNames, manageTabs, tabOfList } from './tabs.ts';

/** The panel as a section of the options: the channel's lists as tabs. */
export function Manage({ state, now, actions }: ManageProps): VNode {
  const { access, channels, channel, list } = state;
  const isOpen = access === 'open' && channel !== undefined;
  const tab = tabOfList(list);
  const { Body } = manageTabs[tab];
  return (
    <div class="ss-manage">
      <Page
        title={text('manageTitle')}
        lead={text('manageLead')}
        actions={
          isOpen && (
            <>
              <ChannelSelect channels={channels} channel={channel} onChoose={actions.choose} />
              <PanelTools state={state} actions={actions} />
              <Button iconAfter="external" onClick={() => actions.openDesk({ channel, list })}>
                {text('deskOpen')}
              </Button>
            </>
          )
        }
      >
        {isOpen ? (
          <>
            <Tabs
              label={text('manageTitle')}
              name="chzzk"
              tabs={manageTabNames.map((id) => ({
                id,
                label: text(manageTabs[id].label),
                icon: manageTabs[id].icon,
              }))}
              selected={tab}
              onSelect={(id) => actions.turnTo(manageTabs[id].lists[0])}
            />
            <TabPanel name="chzzk" tab={tab}>
              <Body key={channel} state={state} now={now} actions={actions} />
            </TabPanel>
            <News state={state} actions={actions} />
          </>
        ) : (
          <Closed state={state} actions={actions} />
        )}
      </Page>
    </div>
  );
}
