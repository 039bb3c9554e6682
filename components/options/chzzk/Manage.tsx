import type { FunctionComponent, VNode } from 'preact';

import { chzzkUrl } from '../../../lib/chzzk/site.ts';
import type { ManageList, ManageState } from '../../../lib/options/chzzk-manage.ts';
import { text, type TextKey } from '../../../lib/text.ts';
import { Button } from '../../Button.tsx';
import type { IconName } from '../../icons.ts';
import { IconButton } from '../../IconButton.tsx';
import { Select } from '../../Select.tsx';
import { SkeletonRows } from '../../Skeleton.tsx';
import { EmptyState } from '../../States.tsx';
import { TabPanel, Tabs } from '../../Tabs.tsx';
import { FailureNote } from '../FailureNote.tsx';
import { Page } from '../Section.tsx';
import type { ManageActions } from './actions.ts';
import { Helpers } from './Helpers.tsx';
import { News } from './News.tsx';
import { Requests } from './Requests.tsx';
import { Restrictions } from './Restrictions.tsx';
import { Rule } from './Rule.tsx';
import { Words } from './Words.tsx';

/** What the section is drawn from. `now` is Unix epoch milliseconds. */
export interface ManageProps {
  state: ManageState;
  now: number;
  actions: ManageActions;
}

const lists: Readonly<
  Record<ManageList, { label: TextKey; icon: IconName; List: FunctionComponent<ManageProps> }>
> = {
  restrictions: { label: 'restrictions', icon: 'ban', List: Restrictions },
  requests: { label: 'requests', icon: 'message', List: Requests },
  words: { label: 'prohibitedWords', icon: 'mute', List: Words },
  helpers: { label: 'helpers', icon: 'shield', List: Helpers },
  rule: { label: 'chatRule', icon: 'note', List: Rule },
};
const listNames = Object.keys(lists) as readonly ManageList[];

/** What the user manages on CHZZK: who is restricted in a channel, who asks not to be, what cannot be written, who helps. */
export function Manage({ state, now, actions }: ManageProps): VNode {
  const { access, channels, channel, list } = state;
  const isOpen = access === 'open' && channel !== undefined;
  const { List } = lists[list];
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
            tabs={listNames.map((id) => ({ id, label: text(lists[id].label), icon: lists[id].icon }))}
            selected={list}
            onSelect={actions.turnTo}
          />
          <TabPanel name="chzzk" tab={list}>
            <List key={channel} state={state} now={now} actions={actions} />
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
    return <>{failure && <FailureNote failure={failure} action={again} />}</>;
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
