/** What the panel has: its parts by name, with the lists that stand in each. */
import type { FunctionComponent } from 'preact';

import type { ManageList } from '../../lib/chzzk/manage/wish.ts';
import type { TextKey } from '../../lib/text.ts';
import type { IconName } from '../icons.ts';
import { Broadcast } from './Broadcast.tsx';
import { Followers } from './Followers.tsx';
import { Helpers } from './Helpers.tsx';
import type { ManageProps } from './props.ts';
import { Requests } from './Requests.tsx';
import { Restrictions } from './Restrictions.tsx';
import { Rule } from './Rule.tsx';
import { Subscribers } from './Subscribers.tsx';
import { Videos } from './Videos.tsx';
import { Words } from './Words.tsx';

/** The parts; the first of a part's lists stands there at first. */
export const manageTabs = {
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

/** The name of a part. */
export type ManageTab = keyof typeof manageTabs;

/** The names, in the order in which they stand. */
export const manageTabNames = Object.keys(manageTabs) as readonly ManageTab[];

/** The part in which a list stands. */
export const tabOfList = (list: ManageList): ManageTab =>
  manageTabNames.find((name) => (manageTabs[name].lists as readonly ManageList[]).includes(list)) ??
  'restrictions';
