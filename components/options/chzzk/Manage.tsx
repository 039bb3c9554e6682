import type { FunctionComponent, VNode } from 'preact';

import { chzzkUrl } from '../../../lib/chzzk/site.ts';
import type { ManageList } from '../../../lib/chzzk/manage/wish.ts';
import { type FileFormat, isRowsList } from '../../../lib/options/chzzk-file.ts';
import type { ManageState } from '../../../lib/options/chzzk-state.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import type { IconName } from '../../icons.ts';
import { IconButton } from '../../IconButton.tsx';
import { Menu } from '../../Menu.tsx';
import { Select } from '../../Select.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { TabPanel, Tabs } from '../../Tabs.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Page } from '../Section.tsx';
import type { ManageActions } from './actions.ts';
import { Broadcast } from './Broadcast.tsx';
import { Followers } from './Followers.tsx';
import { Helpers } from './Helpers.tsx';
import { News } from './News.tsx';
import { Requests } from './Requests.tsx';
import { Restrictions } from './Restrictions.tsx';
import { Rule } from './Rule.tsx';
import { Subscribers } from './Subscribers.tsx';
import { Videos } from './Videos.tsx';
import { Words } from './Words.tsx';

/** What the section is drawn from. `now` is Unix epoch milliseconds. */
export interface ManageProps {
  state: ManageState;
  now: number;
  actions: ManageActions;
}

/** The tabs; the first of a tab's lists stands there at first. */
const tabs = {
  restrictions: { label: 'restrictions', icon: 'ban', lists: ['restrictions'], Body: Restrictions },
  requests: { label: 'requests', icon: 'message', lists: ['requests'], Body: Requests },
  followers: { label: 'followers', icon: 'user', lists: ['followers'], Body: Followers },
  subscribers: { label: 'subscribers', icon: 'star', lists: ['subscribers'], Body: Subscribers },
  words: { label: 'prohibitedWords', icon: 'mute', lists: ['words'], Body: Words },
  helpers: { label: 'helpers', icon: 'shield', lists: ['helpers'], Body: Helpers },
  rule: { label: 'chatRule', icon: 'note', lists: ['rule'], Body: Rule },
  videos: { label: 'videos', icon: 'eye', lists: ['replays', 'uploads', 'madeClips', 'clips'], Body: Videos },
  broadcast: { label: 'broadcast', icon: 'pulse', lists: ['settings'], Body: Broadcast },
} as const satisfies Record<
  string,
  {
    label: TextKey;
    icon: IconName;
    lists: readonly [ManageList, ...ManageList[]];
    Body: FunctionComponent<ManageProps>;
  }
>;
const formats: readonly FileFormat[] = ['csv', 'json'];

type TabName = keyof typeof tabs;
const tabNames = Object.keys(tabs) as readonly TabName[];

const tabOf = (list: ManageList): TabName =>
  tabNames.find((name) => (tabs[name].lists as readonly ManageList[]).includes(list)) ?? 'restrictions';

/** What the user manages of a channel on CHZZK, list by list. */
export function Manage({ state, now, actions }: ManageProps): VNode {
  const { access, channels, channel, list } = state;
  const isOpen = access === 'open' && channel !== undefined;
  const tab = tabOf(list);
  const { Body } = tabs[tab];
  return (
    <Page
      title={text('manageTitle')}
      lead={text('manageLead')}
      actions={
        isOpen && (
          <>
            {channels.length > 1 && (
              <Select
                label={text('manageChannel')}
                hideLabel
                value={channel}
                options={channels.map(({ id, name, isOwn }) => ({
                  value: id,
                  label: isOwn ? text('manageOwnChannel', name) : name,
                }))}
                onChange={actions.choose}
              />
            )}
            <Menu
              label={text('saveList')}
              align="end"
              disabled={!isRowsList(list)}
              groups={[{ items: formats.map((id) => ({ id, label: id.toUpperCase() })) }]}
              onSelect={(id) => actions.saveAs(id === 'json' ? 'json' : 'csv')}
            />
            <IconButton icon="refresh" kind="plain" label={text('chzzkAgain')} onClick={actions.look} />
          </>
        )
      }
    >
      {isOpen ? (
        <>
          <Tabs
            label={text('manageTitle')}
            name="chzzk"
            tabs={tabNames.map((id) => ({ id, label: text(tabs[id].label), icon: tabs[id].icon }))}
            selected={tab}
            onSelect={(id) => actions.turnTo(tabs[id].lists[0])}
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
  );
}

const closed = {
  'not-permitted': { title: 'manageNotPermitted', hint: 'manageNotPermittedHint', does: 'managePermit' },
  'logged-out': { title: 'chzzkLoggedOut', hint: 'manageLoggedOutHint', does: 'chzzkAgain' },
  open: { title: 'manageNoChannel', hint: 'manageNoChannelHint', does: 'chzzkAgain' },
} as const satisfies Record<string, { title: TextKey; hint: TextKey; does: TextKey }>;

/** There is nothing to manage: why, and what helps. */
function Closed({ state: { access, failure }, actions }: Pick<ManageProps, 'state' | 'actions'>): VNode {
  if (access === 'unknown' || access === 'asking')
    return <SkeletonRows count={4} label={text('chzzkAsking')} />;
  if (access === 'failed') {
    const again = (
      <Button size="small" onClick={actions.look}>
        {text('tryAgain')}
      </Button>
    );
    return <>{failure && <FailureNote platform="chzzk" failure={failure} action={again} />}</>;
  }
  const { title, hint, does } = closed[access];
  return (
    <EmptyState
      icon="ban"
      title={text(title)}
      text={text(hint)}
      action={
        <>
          <Button
            kind="primary"
            icon={access === 'not-permitted' ? undefined : 'refresh'}
            onClick={access === 'not-permitted' ? actions.permit : actions.look}
          >
            {text(does)}
          </Button>
          {access === 'logged-out' && (
            <p>
              <a href={chzzkUrl} target="_blank" rel="noreferrer">
                {text('chzzkLogIn')}
              </a>
            </p>
          )}
        </>
      }
    />
  );
}
