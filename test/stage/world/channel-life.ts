/** What happens around a stream: raids, ads, goals, charity, hype trains, Bits. */
import { rfc3339 } from './clock.ts';
import type { World } from './world.ts';

/** A raid that has been called but has not left yet. */
export interface Raid {
  readonly fromId: string;
  readonly toId: string;
  readonly at: number;
  over: boolean;
}

/** When ads run on a channel. */
export interface Ads {
  snoozes: number;
  nextAt: number | undefined;
  lastAt: number | undefined;
  duration: number;
}

/** A goal of a channel's. */
export interface Goal {
  readonly id: string;
  readonly type: string;
  readonly description: string;
  current: number;
  readonly target: number;
  readonly createdAt: number;
}

/** A charity campaign; amounts in the currency's smallest unit. */
export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly website: string;
  readonly currency: string;
  readonly target: number;
  readonly donations: { readonly id: string; readonly userId: string; readonly amount: number }[];
}

/** A hype train that runs. */
export interface HypeTrain {
  readonly id: string;
  readonly level: number;
  readonly total: number;
  readonly progress: number;
  readonly goal: number;
  readonly startedAt: number;
  readonly expiresAt: number;
  readonly contributions: readonly {
    readonly userId: string;
    readonly type: 'bits' | 'subscription';
    readonly total: number;
  }[];
}

/** How long a raid waits before it leaves, ms. */
const raidWait = 90_000;

/** How long a channel must wait between two commercials, ms. */
export const adPause = 8 * 60_000;

/** How many ads a channel may put off. */
const mostSnoozes = 3;

/** The life of every channel beside its chat. */
export class ChannelLife {
  readonly goals = new Map<string, Goal[]>();
  readonly campaigns = new Map<string, Campaign>();
  readonly hypeTrains = new Map<string, HypeTrain>();
  /** Channel id → (user id → Bits). */
  readonly cheers = new Map<string, Map<string, number>>();
  /** Channels that take no raids. */
  readonly withoutRaids = new Set<string>();
  readonly #world: World;
  readonly #raids = new Map<string, Raid>();
  readonly #ads = new Map<string, Ads>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The raid that a channel has called. */
  raidOf(channelId: string): Raid | undefined {
    const raid = this.#raids.get(channelId);
    return raid?.over === false ? raid : undefined;
  }

  /** Calls a raid; it leaves after a while unless it is called off. */
  raid(fromId: string, toId: string): Raid {
    const raid: Raid = { fromId, toId, at: this.#world.clock.now(), over: false };
    this.#raids.set(fromId, raid);
    this.#world.events.emit('raid', {
      from: this.#world.user(fromId),
      to: this.#world.user(toId),
      what: 'called',
    });
    this.#world.clock.at(raid.at + raidWait, () => this.#leave(raid));
    return raid;
  }

  callOff(raid: Raid): void {
    raid.over = true;
    const [from, to] = [this.#world.user(raid.fromId), this.#world.user(raid.toId)];
    this.#world.events.emit('raid', { from, to, what: 'called-off' });
  }

  #leave(raid: Raid): void {
    if (raid.over) return;
    raid.over = true;
    const [from, to] = [this.#world.user(raid.fromId), this.#world.user(raid.toId)];
    const viewers = this.#world.streams.get(from.id)?.viewers ?? 0;
    this.#world.events.emit('raid', { from, to, what: 'left' });
    this.#world.announce(to.id, {
      kind: 'raid',
      from: from.id,
      system: `${viewers} raiders from ${from.displayName} have joined!`,
      params: {
        'msg-param-displayName': from.displayName,
        'msg-param-login': from.login,
        'msg-param-viewerCount': String(viewers),
        'msg-param-profileImageURL': from.profileImageUrl.replace('300x300', '%s'),
      },
    });
    const named = (side: 'from' | 'to', user: typeof from): Record<string, string> => ({
      [`${side}_broadcaster_user_id`]: user.id,
      [`${side}_broadcaster_user_login`]: user.login,
      [`${side}_broadcaster_user_name`]: user.displayName,
    });
    const about = { from_broadcaster_user_id: from.id, to_broadcaster_user_id: to.id };
    this.#world.tell('channel.raid', about, { ...named('from', from), ...named('to', to), viewers });
  }

  adsOf(channelId: string): Ads {
    const found = this.#ads.get(channelId) ?? {
      snoozes: mostSnoozes,
      nextAt: this.#world.clock.now() + 30 * 60_000,
      lastAt: undefined,
      duration: 60,
    };
    this.#ads.set(channelId, found);
    return found;
  }

  /** Runs a commercial of so many seconds now. */
  runAd(channelId: string, seconds: number, byId: string): void {
    const ads = this.adsOf(channelId);
    ads.lastAt = this.#world.clock.now();
    const channel = this.#world.user(channelId);
    const by = this.#world.user(byId);
    this.#world.tell(
      'channel.ad_break.begin',
      { broadcaster_user_id: channelId },
      {
        duration_seconds: seconds,
        started_at: rfc3339(ads.lastAt),
        is_automatic: false,
        broadcaster_user_id: channel.id,
        broadcaster_user_login: channel.login,
        broadcaster_user_name: channel.displayName,
        requester_user_id: by.id,
        requester_user_login: by.login,
        requester_user_name: by.displayName,
      },
    );
  }
}
