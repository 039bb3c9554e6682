/** CHZZK's side of the tab "Channel" in the states in which it can be. */
import type { VNode } from 'preact';

import { Brief } from '../../../components/chzzk/Brief.tsx';
import { ProfileHere } from '../../../components/popup/channel/ProfileHere.tsx';
import { type ManageState, nothingYet } from '../../../lib/managing/state.ts';
import { defaultSettings } from '../../../lib/store/settings-table.ts';
import { now } from '../samples.ts';
import { Channel, channelStates } from './channel-states.tsx';
import { idle } from './idle.ts';

const minute = 60_000;
const day = 86_400_000;
const id = (index: number): string => String(index).padStart(32, '0');

const own = { id: id(1), name: '방송인01', isOwn: true };
const other = { id: id(2), name: '달밤라디오', isOwn: false };

/** Somebody manages two channels, and looks at one. */
const open: ManageState = {
  ...nothingYet,
  access: 'open',
  channels: [own, other],
  channel: other.id,
  restrictions: {
    rows: [
      {
        id: id(11),
        name: '시끄러운손님',
        memo: '도배',
        by: '방송인01',
        at: now - 3 * day,
        until: now + 4 * day,
      },
      {
        id: id(12),
        name: 'TheLongestNameThatAnyoneCouldEverHave',
        memo: '',
        by: '방송인01',
        at: now - 40 * minute,
      },
    ],
    total: 2,
  },
  requests: {
    rows: [
      { no: 1, id: id(13), name: '후회하는손님', plea: '다시는 도배하지 않겠습니다.', at: now - 2 * day },
    ],
    total: 1,
  },
  words: [
    { no: 1, word: '바보' },
    { no: 2, word: 'spoiler' },
  ],
};

/** Each state by its name. */
export const chzzkStates = {
  'chzzk-not-permitted': { ...nothingYet, access: 'not-permitted' },
  'chzzk-asking': { ...nothingYet, access: 'asking' },
  'chzzk-logged-out': { ...nothingYet, access: 'logged-out' },
  'chzzk-no-channel': { ...nothingYet, access: 'open' },
  'chzzk-failed': { ...nothingYet, access: 'failed', failure: { code: 'platform-down', status: 503 } },
  'chzzk-restrictions': open,
  'chzzk-requests': { ...open, list: 'requests' },
  'chzzk-words': { ...open, list: 'words', channels: [other] },
  'chzzk-many-runs': {
    ...open,
    bulk: { stage: 'runs', id: 'b1', what: 'restrict', tried: 12, of: 40 },
  },
  'chzzk-many-stopped': {
    ...open,
    list: 'requests',
    bulk: {
      stage: 'over',
      id: 'b1',
      what: 'restrict',
      done: 12,
      refused: [
        {
          name: 'TheLongestNameThatAnyoneCouldEverHave',
          failure: { code: 'platform-refused', status: 404, message: '요청한 내용을 찾을 수 없습니다.' },
        },
      ],
      left: 27,
      failure: { code: 'chzzk-no-tab', from: 'site', channelId: other.id },
      undo: [
        {
          doing: { what: 'take-back', id: 'd1', name: '시끄러운손님', of: 'restrict' },
          name: '시끄러운손님',
        },
      ],
    },
  },
  'chzzk-broadcast': {
    ...open,
    list: 'settings',
    settings: { title: '밤샘 방송', tags: ['음악', '잡담'], adult: false, clips: true, replays: 'PUBLIC' },
  },
  'chzzk-no-tab': {
    ...open,
    list: 'words',
    trouble: {
      doing: { what: 'add-word', word: 'spoiler' },
      failure: { code: 'chzzk-no-tab', from: 'studio', channelId: other.id },
    },
  },
} as const satisfies Readonly<Record<string, ManageState>>;

/** The tab's panel with CHZZK's side in front, in one of them. */
export function ChzzkChannel({ state }: { state: ManageState }): VNode {
  const profile = (channel: string): VNode => (
    <ProfileHere settings={defaultSettings} channel={channel} onChoose={() => undefined} />
  );
  const content = <Brief state={state} now={now} actions={idle} more={profile} />;
  return (
    <Channel
      state={{
        ...channelStates['channel-quiet'],
        chzzk: { isInFront: true, turn: () => undefined, content },
      }}
    />
  );
}
