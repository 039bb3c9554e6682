/** What the managers of CHZZK's channels see and change. */
import type { ChzzkUser } from '../naver.ts';

/** The roles that an owner can give. */
export type StageRole =
  'STREAMING_CHAT_MANAGER' | 'STREAMING_CHANNEL_MANAGER' | 'STREAMING_SETTLEMENT_MANAGER';

/** A prohibited word. */
export interface StageWord {
  readonly prohibitWordNo: number;
  prohibitWord: string;
  readonly nickname: string;
  readonly createdDate: string;
}

/** A restriction. */
export interface StageRestriction {
  readonly seq: number;
  readonly user: ChzzkUser;
  readonly executeNickname: string;
  readonly createdDate: string;
  /** `null`: for good. */
  releaseDate: string | null;
  memo: string;
}

/** A plea to be let in again. */
export interface StageRequest {
  readonly requestNo: number;
  readonly restrictSeq: number;
  readonly user: ChzzkUser;
  readonly vindication: string;
  readonly createdDate: string;
}

/** A follower. */
export interface StageFollower {
  readonly user: ChzzkUser;
  readonly followDate: string;
}

/** A subscriber. */
export interface StageSubscriber {
  readonly user: ChzzkUser;
  readonly totalMonth: number;
  readonly tier: 'TIER_1' | 'TIER_2';
  readonly publishPeriod: 1 | 3 | 6;
  readonly createdDate: string;
}

/** A video or replay. */
export interface StageVideo {
  readonly videoNo: number;
  readonly videoTitle: string;
  readonly videoType: 'REPLAY' | 'UPLOAD';
  readonly duration: number;
  readonly createdDate: string;
}

/** A clip. */
export interface StageClip {
  readonly clipUID: string;
  readonly clipTitle: string;
  readonly duration: number;
  readonly createdDate: string;
  readonly makeChannel: { readonly channelId: string; readonly channelName: string };
}

/** What a broadcast is about. */
export interface StageCategory {
  readonly categoryType: string;
  readonly categoryId: string;
  readonly categoryValue: string;
}

/** How broadcasts are set up. */
export interface StageSettings {
  defaultLiveTitle: string;
  category: StageCategory | null;
  adult: boolean;
  tags: readonly string[];
  clipActive: boolean;
  replayPublishType: string;
}

/** A channel as those see it who manage it. */
export interface ManagedChannel {
  /** 32 hexadecimal digits; the owner's own id as well. */
  readonly channelId: string;
  readonly name: string;
  words: StageWord[];
  restrictions: StageRestriction[];
  /** Who was kept quiet for a while. */
  readonly quiet: ChzzkUser[];
  requests: StageRequest[];
  /** By the helper's id. */
  readonly roles: Map<string, StageRole>;
  rule: string;
  followers: StageFollower[];
  subscribers: StageSubscriber[];
  videos: StageVideo[];
  /** Made by others. */
  readonly clips: StageClip[];
  /** Made by the channel itself. */
  madeClips: StageClip[];
  settings: StageSettings;
  readonly streamKey: string;
}

const hash = (letter: string, number: number): string => letter + String(number).padStart(31, '0');

/** Somebody who writes in chats. */
export const viewer = (number: number): ChzzkUser => ({
  userIdHash: hash('a', number),
  nickname: `이용자${String(number).padStart(2, '0')}`,
});

/** Somebody whose name every keyboard can type. */
export const nightOwl: ChzzkUser = { userIdHash: hash('a', 10), nickname: 'nightowl' };

/** Somebody whom the stage knows, by id or nickname. */
export function personOf(manage: ChzzkManage, target: unknown): ChzzkUser | undefined {
  return [
    ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(viewer),
    nightOwl,
    ...manage.channels.map(({ channelId, name }) => ({ userIdHash: channelId, nickname: name })),
  ].find(({ userIdHash, nickname }) => target === userIdHash || target === nickname);
}

/** Day and time in Korea, without saying so. `ms` is Unix epoch milliseconds. */
export function koreanTime(ms: number): string {
  return new Date(ms + 9 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

const clip = (number: number, clipTitle: string, maker: ChzzkUser): StageClip => ({
  clipUID: `clip${String(number).padStart(6, '0')}`,
  clipTitle,
  duration: 30 + number,
  createdDate: `2026-07-0${number} 20:00:00`,
  makeChannel: { channelId: maker.userIdHash, channelName: maker.nickname },
});

/** What can be broadcast about. */
export const categories: readonly StageCategory[] = [
  { categoryType: 'GAME', categoryId: 'Black_Survival_Eternal_Return', categoryValue: '이터널 리턴' },
  { categoryType: 'GAME', categoryId: 'Minecraft', categoryValue: '마인크래프트' },
  { categoryType: 'ETC', categoryId: 'talk', categoryValue: 'talk' },
];

function channel(number: number, name: string): ManagedChannel {
  return {
    channelId: hash('c', number),
    name,
    words: ['도배', '광고문의', '바보'].map((prohibitWord, index) => ({
      prohibitWordNo: 101 + index,
      prohibitWord,
      nickname: name,
      createdDate: '2026-07-01 12:00:00',
    })),
    restrictions: [
      {
        seq: 11,
        user: viewer(1),
        executeNickname: name,
        createdDate: '2026-07-01 12:00:00',
        releaseDate: '2026-07-08 12:00:00',
        memo: '도배',
      },
      {
        seq: 12,
        user: viewer(2),
        executeNickname: '매니저01',
        createdDate: '2026-07-02 12:00:00',
        releaseDate: null,
        memo: '',
      },
    ],
    quiet: [],
    requests: [
      {
        requestNo: 7,
        restrictSeq: 11,
        user: viewer(1),
        vindication: '죄송합니다.',
        createdDate: '2026-07-03 12:00:00',
      },
    ],
    roles: new Map(),
    rule: '서로 존중해 주세요.',
    followers: [1, 2, 3, 4].map((number) => ({
      user: viewer(number),
      followDate: `2026-06-1${number} 21:40:02`,
    })),
    subscribers: [
      {
        user: viewer(3),
        totalMonth: 3,
        tier: 'TIER_1',
        publishPeriod: 1,
        createdDate: '2026-05-25 17:27:42',
      },
      {
        user: viewer(4),
        totalMonth: 14,
        tier: 'TIER_2',
        publishPeriod: 6,
        createdDate: '2025-05-25 17:27:42',
      },
    ],
    videos: [
      {
        videoNo: 1,
        videoTitle: '다시보기',
        videoType: 'REPLAY',
        duration: 13_699,
        createdDate: '2026-07-01 12:00:00',
      },
      {
        videoNo: 2,
        videoTitle: '하이라이트',
        videoType: 'UPLOAD',
        duration: 312,
        createdDate: '2026-07-04 12:00:00',
      },
    ],
    clips: [clip(1, '이 장면', viewer(3))],
    madeClips: [2, 3].map((one) =>
      clip(one, `하이라이트 ${one}`, { userIdHash: hash('c', number), nickname: name }),
    ),
    settings: {
      defaultLiveTitle: '오늘도 즐겁게',
      category: categories[0] ?? null,
      adult: false,
      tags: ['소통', '게임'],
      clipActive: true,
      replayPublishType: 'PUBLIC',
    },
    streamKey: `stage-key-${number}`.padEnd(32, '0'),
  };
}

/** All channels, and what can go wrong with them. */
export class ChzzkManage {
  readonly channels: readonly ManagedChannel[] = [
    channel(1, '방송인01'),
    channel(11, '달밤라디오'),
    channel(12, '한강게이머'),
  ];
  /** Sessions are refused, until they have read something of the channel. */
  cold = false;
  /** Channels of which something was read. */
  readonly warm = new Set<string>();
  #last = 1_000;

  constructor() {
    // Whoever logs in on the stage helps in one channel, and has no part in another.
    this.of(hash('c', 11)).roles.set(hash('c', 1), 'STREAMING_CHAT_MANAGER');
  }

  /** The channel of that id, or the one that is called so. */
  of(idOrName: string): ManagedChannel {
    const found = this.channels.find(({ channelId, name }) => idOrName === channelId || idOrName === name);
    if (!found) throw new Error(`no channel ${idOrName} is managed`);
    return found;
  }

  /** A number that was not given before. */
  next(): number {
    return (this.#last += 1);
  }
}
