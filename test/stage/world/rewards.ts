/** Custom rewards for channel points, and who redeemed them. */
import { rfc3339 } from './clock.ts';
import type { World } from './world.ts';

/** What may be set about a reward. A limit of `undefined` is switched off. */
export interface RewardSettings {
  title: string;
  prompt: string;
  cost: number;
  /** `#RRGGBB`. */
  backgroundColor: string;
  enabled: boolean;
  paused: boolean;
  inputRequired: boolean;
  skipQueue: boolean;
  maxPerStream: number | undefined;
  maxPerUser: number | undefined;
  /** Seconds. */
  cooldown: number | undefined;
}

/** A reward. Only the client that made it may change it. */
export interface Reward extends RewardSettings {
  readonly id: string;
  readonly channelId: string;
  readonly clientId: string;
  redeemed: number;
  cooldownUntil: number | undefined;
}

/** Somebody redeemed a reward. */
export interface Redemption {
  readonly id: string;
  readonly rewardId: string;
  readonly channelId: string;
  readonly userId: string;
  readonly input: string;
  readonly at: number;
  status: 'UNFULFILLED' | 'FULFILLED' | 'CANCELED';
}

/** How many custom rewards a channel may have. */
export const mostRewards = 50;

/** The rewards of every channel. */
export class Rewards {
  readonly #world: World;
  readonly #rewards = new Map<string, Reward>();
  readonly #redemptions = new Map<string, Redemption>();

  constructor(world: World) {
    this.#world = world;
  }

  of(channelId: string): readonly Reward[] {
    return [...this.#rewards.values()].filter((reward) => reward.channelId === channelId);
  }

  /** A channel's reward by its id. */
  find(channelId: string, id: string): Reward | undefined {
    const reward = this.#rewards.get(id);
    return reward?.channelId === channelId ? reward : undefined;
  }

  create(channelId: string, clientId: string, settings: RewardSettings): Reward {
    const id = crypto.randomUUID();
    const reward: Reward = { ...settings, id, channelId, clientId, redeemed: 0, cooldownUntil: undefined };
    this.#rewards.set(id, reward);
    this.#tell(reward, 'channel.channel_points_custom_reward.add');
    return reward;
  }

  update(reward: Reward, settings: RewardSettings): void {
    Object.assign(reward, settings);
    this.#tell(reward, 'channel.channel_points_custom_reward.update');
  }

  /** Takes a reward away; its open redemptions count as fulfilled. */
  remove(reward: Reward): void {
    this.#rewards.delete(reward.id);
    for (const one of this.redemptionsOf(reward.id))
      if (one.status === 'UNFULFILLED') one.status = 'FULFILLED';
    this.#tell(reward, 'channel.channel_points_custom_reward.remove');
  }

  redemptionsOf(rewardId: string): readonly Redemption[] {
    return [...this.#redemptions.values()].filter((one) => one.rewardId === rewardId);
  }

  /** A viewer redeems a reward. */
  redeem(reward: Reward, who: string, input = ''): Redemption {
    const redemption: Redemption = {
      id: crypto.randomUUID(),
      rewardId: reward.id,
      channelId: reward.channelId,
      userId: this.#world.user(who).id,
      input,
      at: this.#world.clock.now(),
      status: reward.skipQueue ? 'FULFILLED' : 'UNFULFILLED',
    };
    this.#redemptions.set(redemption.id, redemption);
    reward.redeemed += 1;
    if (reward.cooldown !== undefined) reward.cooldownUntil = redemption.at + reward.cooldown * 1000;
    this.#tellRedemption(reward, redemption, 'add');
    return redemption;
  }

  settle(reward: Reward, redemption: Redemption, status: 'FULFILLED' | 'CANCELED'): void {
    redemption.status = status;
    this.#tellRedemption(reward, redemption, 'update');
  }

  #tell(reward: Reward, type: string): void {
    const about = { broadcaster_user_id: reward.channelId, reward_id: reward.id };
    this.#world.tell(type, about, { ...this.#channel(reward.channelId), ...rewardShape(reward) });
  }

  #tellRedemption(reward: Reward, redemption: Redemption, what: 'add' | 'update'): void {
    const user = this.#world.user(redemption.userId);
    this.#world.tell(
      `channel.channel_points_custom_reward_redemption.${what}`,
      { broadcaster_user_id: reward.channelId, reward_id: reward.id },
      {
        id: redemption.id,
        ...this.#channel(reward.channelId),
        user_id: user.id,
        user_login: user.login,
        user_name: user.displayName,
        user_input: redemption.input,
        status: redemption.status.toLowerCase(),
        reward: { id: reward.id, title: reward.title, cost: reward.cost, prompt: reward.prompt },
        redeemed_at: rfc3339(redemption.at),
      },
    );
  }

  #channel(channelId: string): object {
    const channel = this.#world.user(channelId);
    return {
      broadcaster_user_id: channel.id,
      broadcaster_user_login: channel.login,
      broadcaster_user_name: channel.displayName,
    };
  }
}

const pictures = {
  url_1x: 'https://static-cdn.jtvnw.net/custom-reward-images/default-1.png',
  url_2x: 'https://static-cdn.jtvnw.net/custom-reward-images/default-2.png',
  url_4x: 'https://static-cdn.jtvnw.net/custom-reward-images/default-4.png',
};

/** A reward as EventSub tells it, without its channel. */
function rewardShape(reward: Reward): object {
  return {
    id: reward.id,
    is_enabled: reward.enabled,
    is_paused: reward.paused,
    is_in_stock: true,
    title: reward.title,
    cost: reward.cost,
    prompt: reward.prompt,
    is_user_input_required: reward.inputRequired,
    should_redemptions_skip_request_queue: reward.skipQueue,
    cooldown_expires_at: reward.cooldownUntil === undefined ? null : rfc3339(reward.cooldownUntil),
    redemptions_redeemed_current_stream: reward.redeemed,
    max_per_stream: { is_enabled: reward.maxPerStream !== undefined, value: reward.maxPerStream ?? 0 },
    max_per_user_per_stream: { is_enabled: reward.maxPerUser !== undefined, value: reward.maxPerUser ?? 0 },
    global_cooldown: { is_enabled: reward.cooldown !== undefined, seconds: reward.cooldown ?? 0 },
    background_color: reward.backgroundColor,
    image: null,
    default_image: pictures,
  };
}
