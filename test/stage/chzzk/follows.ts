/** Channels of CHZZK, who of them is live, and who follows them. */

/** What a channel streams. */
export interface ChzzkBroadcast {
  readonly title: string;
  readonly viewers: number;
  readonly category: string;
  /** Day and time in Korea. */
  readonly openedAt: string;
}

/** A stream that is over, and its recording. */
export interface ChzzkReplay {
  readonly number: number;
  readonly title: string;
  readonly category: string;
  /** Days and times in Korea. */
  readonly openedAt: string;
  readonly closedAt: string;
  readonly seconds: number;
}

/** A short piece of a stream. */
export interface ChzzkClip {
  readonly clipUID: string;
  readonly title: string;
  readonly daysAgo: number;
  readonly seconds: number;
  readonly views: number;
}

/** The moment so long ago, as a clock in Korea showed it. */
export function inKorea(hoursAgo: number): string {
  const there = new Date(Date.now() - (hoursAgo - 9) * 3_600_000);
  return there.toISOString().slice(0, 19).replace('T', ' ');
}

/** A channel that is followed. */
export interface ChzzkChannel {
  /** 32 hexadecimal digits. */
  readonly channelId: string;
  readonly name: string;
  readonly imageUrl: string | null;
  /** What the channel says of itself. */
  readonly about?: string;
  /** Day and time in Korea. */
  readonly followedAt: string;
  live?: ChzzkBroadcast | undefined;
  /** The last one. */
  replay?: ChzzkReplay | undefined;
  clips?: readonly ChzzkClip[];
}

const channel = (
  number: number,
  name: string,
  live?: ChzzkBroadcast,
  imageUrl: string | null = `https://nng-phinf.pstatic.net/MjAyNjAx/${number}/${number}.PNG/profile.png`,
): ChzzkChannel => ({
  channelId: `c${String(number).padStart(31, '0')}`,
  name,
  imageUrl,
  followedAt: '2026-01-20 14:36:07',
  live,
});

/** Whom everybody on the stage follows: some live, some not, one without a picture. */
const seeded = (): ChzzkChannel[] => [
  channel(11, '달밤라디오', {
    title: '새벽까지 수다와 노래',
    viewers: 1_240,
    category: '토크',
    openedAt: inKorea(3),
  }),
  channel(12, '한강게이머', {
    title: '랭크 올리는 날',
    viewers: 8_930,
    category: '리그 오브 레전드',
    openedAt: inKorea(1),
  }),
  channel(
    13,
    '느린그림',
    { title: '수채화 천천히', viewers: 86, category: '그림/아트', openedAt: inKorea(5) },
    null,
  ),
  {
    ...channel(14, '부엌의참새'),
    about: '부엌에서 천천히 끓입니다.',
    replay: {
      number: 1_401,
      title: '국수 삶는 저녁',
      category: '먹방/쿡방',
      openedAt: inKorea(28),
      closedAt: inKorea(26),
      seconds: 7_200,
    },
    clips: [
      { clipUID: 'Zk3stage01', title: '면이 끓어 넘친 순간', daysAgo: 2, seconds: 27, views: 410 },
      { clipUID: 'Zk3stage02', title: '숨은 비법', daysAgo: 20, seconds: 58, views: 1_930 },
    ],
  },
  channel(15, '골목기타'),
];

/** Who follows whom; the same for everybody who logs in. */
export class ChzzkFollows {
  channels: ChzzkChannel[] = seeded();

  /** The channel of that name. */
  named(name: string): ChzzkChannel {
    const found = this.channels.find((one) => one.name === name);
    if (!found) throw new Error(`nobody follows ${name}`);
    return found;
  }

  /** Those who are live. */
  live(): readonly ChzzkChannel[] {
    return this.channels.filter(({ live }) => live !== undefined);
  }
}

/** A row of the lists of followed channels. */
export function followingRow({ channelId, name, imageUrl, followedAt, live }: ChzzkChannel): object {
  return {
    channelId,
    channel: {
      channelId,
      channelName: name,
      channelImageUrl: imageUrl,
      verifiedMark: false,
      activatedChannelBadgeIds: [],
      personalData: {
        following: { following: true, notification: true, followDate: followedAt },
        privateUserBlock: false,
      },
    },
    streamer: { openLive: live !== undefined },
    liveInfo: {
      liveTitle: live?.title ?? null,
      concurrentUserCount: live?.viewers ?? 0,
      liveCategoryValue: live?.category ?? '',
    },
  };
}

/** A row of what a search for channels finds; who is live comes with the stream where that is asked for. */
export function searchRow({ channelId, name, imageUrl, live }: ChzzkChannel): object {
  return {
    channel: {
      channelId,
      channelName: name,
      channelImageUrl: imageUrl,
      verifiedMark: false,
      activatedChannelBadgeIds: [],
      channelDescription: '',
      followerCount: 1_200,
      openLive: live !== undefined,
    },
    content: {
      live: live ? { liveTitle: live.title, liveCategoryValue: live.category } : null,
      videos: [],
    },
  };
}
