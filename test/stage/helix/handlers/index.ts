/** What each endpoint does, by its id. */
import type { Handler } from '../call.ts';
import type { EndpointId } from '../endpoints/index.ts';
import { bits } from './bits.ts';
import { channelLife } from './channel-life.ts';
import { channels } from './channels.ts';
import { chat } from './chat.ts';
import { conduits } from './conduits.ts';
import { discovery } from './discovery.ts';
import { emotes } from './emotes.ts';
import { entitlements } from './entitlements.ts';
import { eventsub } from './eventsub.ts';
import { extensions } from './extensions.ts';
import { guestStar } from './guest-star.ts';
import { moderation } from './moderation.ts';
import { pins } from './pins.ts';
import { polls } from './polls.ts';
import { predictions } from './predictions.ts';
import { recordings } from './recordings.ts';
import { rewards } from './rewards.ts';
import { roles } from './roles.ts';
import { safety } from './safety.ts';
import { schedule } from './schedule.ts';
import { streams } from './streams.ts';
import { subscriptions } from './subscriptions.ts';
import { users } from './users.ts';

/** All 149: the compiler holds this to the table. */
export const handlers: Readonly<Record<EndpointId, Handler>> = {
  ...bits,
  ...channelLife,
  ...channels,
  ...chat,
  ...conduits,
  ...discovery,
  ...emotes,
  ...entitlements,
  ...eventsub,
  ...extensions,
  ...guestStar,
  ...moderation,
  ...pins,
  ...polls,
  ...predictions,
  ...recordings,
  ...rewards,
  ...roles,
  ...safety,
  ...schedule,
  ...streams,
  ...subscriptions,
  ...users,
};
