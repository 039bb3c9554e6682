import { rfc3339 } from '../../world/clock.ts';
import { mostRewards, type Redemption, type Reward, type RewardSettings } from '../../world/rewards.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

const pictures = {
  url_1x: 'https://static-cdn.jtvnw.net/custom-reward-images/default-1.png',
  url_2x: 'https://static-cdn.jtvnw.net/custom-reward-images/default-2.png',
  url_4x: 'https://static-cdn.jtvnw.net/custom-reward-images/default-4.png',
};

function rewardShape(call: Call, reward: Reward): object {
  const limit = (value: number | undefined): boolean => value !== undefined;
  return {
    ...named('broadcaster', call.world.users.get(reward.channelId)),
    id: reward.id,
    title: reward.title,
    prompt: reward.prompt,
    cost: reward.cost,
    image: null,
    default_image: pictures,
    background_color: reward.backgroundColor,
    is_enabled: reward.enabled,
    is_user_input_required: reward.inputRequired,
    max_per_stream_setting: {
      is_enabled: limit(reward.maxPerStream),
      max_per_stream: reward.maxPerStream ?? 0,
    },
    max_per_user_per_stream_setting: {
      is_enabled: limit(reward.maxPerUser),
      max_per_user_per_stream: reward.maxPerUser ?? 0,
    },
    global_cooldown_setting: {
      is_enabled: limit(reward.cooldown),
      global_cooldown_seconds: reward.cooldown ?? 0,
    },
    is_paused: reward.paused,
    is_in_stock: true,
    should_redemptions_skip_request_queue: reward.skipQueue,
    redemptions_redeemed_current_stream: call.world.streams.has(reward.channelId) ? reward.redeemed : null,
    cooldown_expires_at: reward.cooldownUntil === undefined ? null : rfc3339(reward.cooldownUntil),
  };
}

function redemptionShape(call: Call, reward: Reward, redemption: Redemption): object {
  return {
    ...named('broadcaster', call.world.users.get(reward.channelId)),
    id: redemption.id,
    ...named('user', call.world.users.get(redemption.userId)),
    reward: { id: reward.id, title: reward.title, prompt: reward.prompt, cost: reward.cost },
    user_input: redemption.input,
    status: redemption.status,
    redeemed_at: rfc3339(redemption.at),
  };
}

/** Refuses channels that have no channel points. */
function needsPoints(call: Call): string {
  const channel = call.userIn('broadcaster_id');
  if (channel.broadcasterType === '') refuse(403, 'The broadcaster is not a partner or affiliate.');
  return channel.id;
}

/** The reward that `name` names; refused when it is another client's. */
function ownReward(call: Call, channelId: string, name: 'id' | 'reward_id'): Reward {
  const missing =
    name === 'id'
      ? 'The custom reward specified in the id query parameter was not found.'
      : 'The custom reward specified in the reward_id query parameter was not found.';
  const reward = call.world.rewards.find(channelId, call.text(name)) ?? refuse(404, missing);
  if (reward.clientId !== call.clientId) {
    refuse(403, 'The ID in the Client-Id header must match the client ID used to create the custom reward.');
  }
  return reward;
}

/** A limit with its switch: the number after the call, or nothing when it is off. */
function limit(
  call: Call,
  flag: string,
  name: string,
  now: number | undefined,
  words: string,
): number | undefined {
  const on = call.flag(flag) ?? now !== undefined;
  const value = call.number(name) ?? now;
  if (on && (value === undefined || value < 1)) refuse(400, words);
  return on ? value : undefined;
}

function settingsAfter(call: Call, before?: Reward): RewardSettings {
  const title = call.maybe('title') ?? before?.title ?? '';
  if (title === '')
    refuse(400, 'The title must contain a minimum of 1 character and a maximum of 45 characters.');
  const twin = call.world.rewards
    .of(call.text('broadcaster_id'))
    .some((one) => one !== before && one.title.toLowerCase() === title.toLowerCase());
  if (twin) refuse(400, "The title must be unique amongst all of the broadcaster's custom rewards.");
  return {
    title,
    prompt: call.maybe('prompt') ?? before?.prompt ?? '',
    cost: call.number('cost') ?? before?.cost ?? 1,
    backgroundColor: call.maybe('background_color') ?? before?.backgroundColor ?? '#00E5CB',
    enabled: call.flag('is_enabled') ?? before?.enabled ?? true,
    paused: call.flag('is_paused') ?? before?.paused ?? false,
    inputRequired: call.flag('is_user_input_required') ?? before?.inputRequired ?? false,
    skipQueue: call.flag('should_redemptions_skip_request_queue') ?? before?.skipQueue ?? false,
    maxPerStream: limit(
      call,
      'is_max_per_stream_enabled',
      'max_per_stream',
      before?.maxPerStream,
      'If is_max_per_stream_enabled is true, the minimum value for max_per_stream is 1.',
    ),
    maxPerUser: limit(
      call,
      'is_max_per_user_per_stream_enabled',
      'max_per_user_per_stream',
      before?.maxPerUser,
      'If is_max_per_user_per_stream_enabled is true, the minimum value for max_per_user_per_stream is 1.',
    ),
    cooldown: limit(
      call,
      'is_global_cooldown_enabled',
      'global_cooldown_seconds',
      before?.cooldown,
      before
        ? 'If is_global_cooldown_enabled is true, the minimum value for global_cooldown_seconds is 1 and the maximum is 604800.'
        : 'If is_global_cooldown_enabled is true, the minimum value for global_cooldown_seconds is 1.',
    ),
  };
}

/** Category “Channel Points”. */
export const rewards = {
  'create-custom-rewards': (call) => {
    const channelId = needsPoints(call);
    if (call.world.rewards.of(channelId).length >= mostRewards) {
      refuse(400, 'The request exceeds the maximum number of rewards allowed per channel.');
    }
    const reward = call.world.rewards.create(channelId, call.clientId, settingsAfter(call));
    return { data: [rewardShape(call, reward)] };
  },

  'update-custom-reward': (call) => {
    const reward = ownReward(call, needsPoints(call), 'id');
    call.world.rewards.update(reward, settingsAfter(call, reward));
    return { data: [rewardShape(call, reward)] };
  },

  'delete-custom-reward': (call) => {
    call.world.rewards.remove(ownReward(call, needsPoints(call), 'id'));
    return undefined;
  },

  'get-custom-reward': (call) => {
    const ids = call.texts('id');
    const mine = call.flag('only_manageable_rewards') ?? false;
    const rows = call.world.rewards
      .of(needsPoints(call))
      .filter(
        (reward) =>
          (ids.length === 0 || ids.includes(reward.id)) && (!mine || reward.clientId === call.clientId),
      )
      .sort((a, b) => a.cost - b.cost);
    if (ids.length > 0 && rows.length === 0) {
      refuse(404, 'All of the custom rewards specified using the id query parameter were not found.');
    }
    return { data: rows.map((reward) => rewardShape(call, reward)) };
  },

  'get-custom-reward-redemption': (call) => {
    const reward = ownReward(call, needsPoints(call), 'reward_id');
    const ids = call.texts('id');
    const status = call.maybe('status');
    if (ids.length === 0 && status === undefined) {
      refuse(400, "The status query parameter is required if you didn't specify the id query parameter.");
    }
    const newest = call.maybe('sort') === 'NEWEST';
    const rows = call.world.rewards
      .redemptionsOf(reward.id)
      .filter((one) => (ids.length === 0 ? one.status === status : ids.includes(one.id)));
    if (ids.length > 0 && rows.length === 0) {
      refuse(404, 'All of the redemptions specified using the id query parameter were not found.');
    }
    const page = pageOf(call, newest ? [...rows].reverse() : rows);
    return { data: page.rows.map((one) => redemptionShape(call, reward, one)), pagination: page.pagination };
  },

  'update-redemption-status': (call) => {
    const reward = ownReward(call, needsPoints(call), 'reward_id');
    const ids = call.texts('id');
    const open = call.world.rewards
      .redemptionsOf(reward.id)
      .filter((one) => ids.includes(one.id) && one.status === 'UNFULFILLED');
    if (open.length === 0) {
      refuse(
        404,
        "The redemptions specified using the id query parameter were not found or their statuses weren't marked as UNFULFILLED.",
      );
    }
    const status = call.text('status') === 'CANCELED' ? 'CANCELED' : 'FULFILLED';
    for (const one of open) call.world.rewards.settle(reward, one, status);
    return { data: open.map((one) => redemptionShape(call, reward, one)) };
  },
} as const satisfies Record<string, Handler>;
