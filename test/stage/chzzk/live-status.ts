/** What CHZZK tells, every few seconds, of a broadcast: above all, which chat is its. */
import type { ChzzkChat } from './chat.ts';
import { inKorea } from './follows.ts';

/** How often pages ask, ms. */
const callPeriodMilliSecond = 10_000;

/** The broadcast of a channel. On the stage every channel has one. */
export const liveStatusOf = (channelId: string, chat: ChzzkChat): object => ({
  channelId,
  liveTitle: '방송 제목',
  status: 'OPEN',
  concurrentUserCount: 1926,
  accumulateCount: 0,
  cvExposure: true,
  paidPromotion: false,
  adult: chat.adult.has(channelId),
  krOnlyViewing: false,
  abroadCountry: false,
  openDate: inKorea(2),
  closeDate: null,
  clipActive: true,
  timeMachineActive: true,
  chatChannelId: chat.idOf(channelId),
  tags: [],
  categoryType: 'GAME',
  liveCategory: 'stage',
  liveCategoryValue: '무대',
  livePollingStatusJson: JSON.stringify({
    status: 'STARTED',
    isPublishing: true,
    playableStatus: 'PLAYABLE',
    trafficThrottling: -1,
    callPeriodMilliSecond,
  }),
  faultStatus: null,
  liveConnecting: false,
  skipPreRollAd: false,
  userAdultStatus: null,
  blindType: null,
  chatActive: true,
  chatAvailableGroup: 'ALL',
  chatAvailableCondition: 'NONE',
  minFollowerMinute: 0,
  allowSubscriberInFollowerMode: true,
  chatSlowModeSec: 0,
  chatEmojiMode: false,
  chatDonationRankingExposure: true,
  ...chat.modes.get(channelId),
  dropsCampaignNo: null,
  liveTokenList: ['REDACTED'],
  watchPartyNo: null,
  watchPartyTag: null,
  watchPartyType: null,
  playerRecommendContent: { categoryLives: [], channelLatestVideos: [] },
});
