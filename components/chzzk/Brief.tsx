import type { ComponentChildren, VNode } from 'preact';

import { text } from '../../lib/text.ts';
import { Button } from '../Button.tsx';
import { Menu } from '../Menu.tsx';
import { TabPanel, Tabs } from '../Tabs.tsx';
import { ChannelSelect } from './ChannelSelect.tsx';
import { Closed } from './Closed.tsx';
import { News } from './News.tsx';
import { PanelTools } from './PanelTools.tsx';
import type { ManageProps } from './props.ts';
import { type ManageTab, manageTabNames, manageTabs, tabOfList } from './tabs.ts';

/** What is used most while a stream runs stands there as tabs; the rest is in a menu beside them. */
const first: readonly ManageTab[] = ['restrictions', 'requests', 'words'];
const rest = manageTabNames.filter((name) => !first.includes(name));

/** What it is drawn from. */
export interface BriefProps extends ManageProps {
  /** What else there is to choose for a channel (its id). */
  more?: ((channel: string) => ComponentChildren) | undefined;
}

/** The panel where there is little room: in the popup, and over CHZZK's page. */
export function Brief({ state, now, actions, more }: BriefProps): VNode {
  const { access, channels, channel, list } = state;
  if (access !== 'open' || channel === undefined) {
    return (
      <div class="ss-manage ss-manage-brief">
        <Closed state={state} actions={actions} />
      </div>
    );
  }
  const tab = tabOfList(list);
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
        <PanelTools state={state} actions={actions} isBrief />
        <Button size="small" iconAfter="external" onClick={() => actions.openDesk({ channel, list })}>
          {text('deskOpen')}
        </Button>
      </div>
      {more && <div class="ss-manage-brief-more">{more(channel)}</div>}
      <div class="ss-manage-brief-tabs">
        <Tabs
          label={text('manageTitle')}
          name="chzzk"
          tabs={[...first, ...rest.filter((name) => name === tab)].map((id) => ({
            id,
            label: text(manageTabs[id].label),
          }))}
          selected={tab}
          onSelect={(id) => actions.turnTo(manageTabs[id].lists[0])}
        />
        <Menu
          label={text('manageMore')}
          icon="more"
          iconOnly
          align="end"
          groups={[
            {
              items: rest.map((id) => ({
                id,
                label: text(manageTabs[id].label),
                choice: { kind: 'radio', on: id === tab },
              })),
            },
          ]}
          onSelect={(id) => {
            const chosen = rest.find((name) => name === id);
            if (chosen) actions.turnTo(manageTabs[chosen].lists[0]);
          }}
        />
      </div>
      <TabPanel name="chzzk" tab={tab}>
        <Body key={channel} state={state} now={now} actions={actions} />
      </TabPanel>
      <News state={state} actions={actions} />
    </div>
  );
}
