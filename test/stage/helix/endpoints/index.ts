import type { Endpoint } from '../endpoint.ts';
import { ads } from './ads.ts';
import { analytics } from './analytics.ts';
import { bits } from './bits.ts';
import { channels } from './channels.ts';
import { channelPoints } from './channel-points.ts';
import { charity } from './charity.ts';
import { chat } from './chat.ts';
import { clips } from './clips.ts';
import { conduits } from './conduits.ts';
import { ccls } from './ccls.ts';
import { entitlements } from './entitlements.ts';
import { extensions } from './extensions.ts';
import { eventsub } from './eventsub.ts';
import { games } from './games.ts';
import { goals } from './goals.ts';
import { guestStar } from './guest-star.ts';
import { hypeTrain } from './hype-train.ts';
import { moderation } from './moderation.ts';
import { polls } from './polls.ts';
import { predictions } from './predictions.ts';
import { raids } from './raids.ts';
import { schedule } from './schedule.ts';
import { search } from './search.ts';
import { streams } from './streams.ts';
import { subscriptions } from './subscriptions.ts';
import { tags } from './tags.ts';
import { teams } from './teams.ts';
import { users } from './users.ts';
import { videos } from './videos.ts';
import { whispers } from './whispers.ts';

/** All 149 endpoints of Helix, in the order of Twitch's reference. */
export const endpoints: readonly Endpoint[] = [
  ...ads,
  ...analytics,
  ...bits,
  ...channels,
  ...channelPoints,
  ...charity,
  ...chat,
  ...clips,
  ...conduits,
  ...ccls,
  ...entitlements,
  ...extensions,
  ...eventsub,
  ...games,
  ...goals,
  ...guestStar,
  ...hypeTrain,
  ...moderation,
  ...polls,
  ...predictions,
  ...raids,
  ...schedule,
  ...search,
  ...streams,
  ...subscriptions,
  ...tags,
  ...teams,
  ...users,
  ...videos,
  ...whispers,
];

/** The id of one of them. */
export type EndpointId =
  | (typeof ads)[number]['id']
  | (typeof analytics)[number]['id']
  | (typeof bits)[number]['id']
  | (typeof channels)[number]['id']
  | (typeof channelPoints)[number]['id']
  | (typeof charity)[number]['id']
  | (typeof chat)[number]['id']
  | (typeof clips)[number]['id']
  | (typeof conduits)[number]['id']
  | (typeof ccls)[number]['id']
  | (typeof entitlements)[number]['id']
  | (typeof extensions)[number]['id']
  | (typeof eventsub)[number]['id']
  | (typeof games)[number]['id']
  | (typeof goals)[number]['id']
  | (typeof guestStar)[number]['id']
  | (typeof hypeTrain)[number]['id']
  | (typeof moderation)[number]['id']
  | (typeof polls)[number]['id']
  | (typeof predictions)[number]['id']
  | (typeof raids)[number]['id']
  | (typeof schedule)[number]['id']
  | (typeof search)[number]['id']
  | (typeof streams)[number]['id']
  | (typeof subscriptions)[number]['id']
  | (typeof tags)[number]['id']
  | (typeof teams)[number]['id']
  | (typeof users)[number]['id']
  | (typeof videos)[number]['id']
  | (typeof whispers)[number]['id'];
