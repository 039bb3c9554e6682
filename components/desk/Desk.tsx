import type { VNode } from 'preact';

import type { ManageState } from '../../lib/managing/state.ts';
import { hashOfPlace } from '../../lib/managing/place.ts';
import { text } from '../../lib/text.ts';
import { channelLabel } from '../chzzk/ChannelSelect.tsx';
import { Closed } from '../chzzk/Closed.tsx';
import { News } from '../chzzk/News.tsx';
import { PanelTools } from '../chzzk/PanelTools.tsx';
import type { ManageProps } from '../chzzk/props.ts';
import { manageTabNames, manageTabs, tabOfList } from '../chzzk/tabs.ts';
import { Frame, type FrameGroup } from '../Frame.tsx';
import { Icon } from '../Icon.tsx';
import { Page } from '../Section.tsx';

/** The desk: a page of our own where a channel's managers have room. Its channels and lists stand at the side. */
export function Desk({ state, now, actions }: ManageProps): VNode {
  const { access, channel, list } = state;
  const tab = tabOfList(list);
  const isOpen = access === 'open' && channel !== undefined;
  const { Body } = manageTabs[tab];
  return (
    <Frame
      groups={isOpen ? groupsOf(state, channel) : []}
      place={isOpen ? `${channel}/${tab}` : access}
      foot={
        <p class="ss-desk-foot">
          <a href="/options.html#chzzk" target="_blank">
            <Icon name="settings" />
            {text('popupOptions')}
          </a>
        </p>
      }
    >
      <div class="ss-manage">
        {isOpen ? (
          <Page
            title={nameOf(state) ?? text('deskTitle')}
            actions={<PanelTools state={state} actions={actions} />}
          >
            <div class="ss-desk-cards" data-tab={tab}>
              <Body key={`${channel}/${tab}`} state={state} now={now} actions={actions} />
            </div>
            <News state={state} actions={actions} />
          </Page>
        ) : (
          <Page title={text('manageTitle')} lead={text('manageLead')}>
            <Closed state={state} actions={actions} />
          </Page>
        )}
      </div>
    </Frame>
  );
}

function groupsOf({ channels, list }: ManageState, here: string): readonly FrameGroup[] {
  const tab = tabOfList(list);
  return [
    {
      label: text('deskChannels'),
      isTitled: true,
      links: channels.map((one) => ({
        href: hashOfPlace({ channel: one.id, list }),
        label: channelLabel(one),
        icon: 'user',
        isHere: one.id === here,
      })),
    },
    {
      label: text('deskLists'),
      isTitled: true,
      links: manageTabNames.map((name) => ({
        href: hashOfPlace({ channel: here, list: manageTabs[name].lists[0] }),
        label: text(manageTabs[name].label),
        icon: manageTabs[name].icon,
        isHere: name === tab,
      })),
    },
  ];
}

const nameOf = ({ channels, channel }: ManageState): string | undefined =>
  channels.find(({ id }) => id === channel)?.name;

/** What the browser's tab is called. */
export function deskTitle(state: ManageState | undefined): string {
  const name = state?.access === 'open' ? nameOf(state) : undefined;
  const parts =
    name === undefined || !state
      ? [text('deskTitle')]
      : [text(manageTabs[tabOfList(state.list)].label), name];
  return [...parts, text('extensionName')].join(' · ');
}
