import { adPause, type Campaign } from '../../world/channel-life.ts';
import { rfc3339 } from '../../world/clock.ts';
import { mapUnder } from '../../world/tables.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

const tooManyRaids =
  'The broadcaster exceeded the number of raid requests that they may make. The limit is 10 requests within a 10-minute window.';

/** Unix epoch seconds; 0 for never. */
function seconds(ms: number | undefined): number {
  return ms === undefined ? 0 : Math.floor(ms / 1000);
}

function needsPartner(call: Call): void {
  const channel = call.userIn('broadcaster_id', 'The broadcaster_id query parameter is not valid.');
  if (channel.broadcasterType === '') refuse(403, 'The broadcaster is not a partner or affiliate.');
}

function amount(value: number, campaign: Campaign): object {
  return { value, decimal_places: 2, currency: campaign.currency };
}

/** Categories “Ads”, “Raids”, “Goals”, “Charity” and “Hype Train”. */
export const channelLife = {
  'start-commercial': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id', 'The ID in broadcaster_id was not found.', 404);
    if (!world.streams.has(channel.id))
      refuse(400, 'To start a commercial, the broadcaster must be streaming live.');
    const ads = world.life.adsOf(channel.id);
    const wait = Math.ceil(((ads.lastAt ?? -Infinity) + adPause - world.clock.now()) / 1000);
    if (wait > 0) {
      refuse(
        429,
        'The broadcaster may not run another commercial until the cooldown period expires. The retry_after field in the previous start commercial response specifies the amount of time the broadcaster must wait between running commercials.',
      );
    }
    const length = call.number('length') ?? 30;
    world.life.runAd(channel.id, length, call.user?.id ?? channel.id);
    return { data: [{ length, message: '', retry_after: adPause / 1000 }] };
  },

  'get-ad-schedule': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id', 'The broadcaster ID is not valid.');
    const ads = world.life.adsOf(channel.id);
    const live = world.streams.has(channel.id);
    return {
      data: [
        {
          snooze_count: ads.snoozes,
          snooze_refresh_at: seconds(world.clock.now() + 3_600_000),
          next_ad_at: live ? seconds(ads.nextAt) : 0,
          duration: ads.duration,
          last_ad_at: seconds(ads.lastAt),
          preroll_free_time: 0,
        },
      ],
    };
  },

  'snooze-next-ad': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id', 'The broadcaster ID is not valid.');
    if (!world.streams.has(channel.id)) refuse(400, 'The channel is not currently live.');
    const ads = world.life.adsOf(channel.id);
    if (ads.nextAt === undefined) return refuse(400, 'Channel does not have an upcoming scheduled ad break.');
    if (ads.snoozes === 0) refuse(429, 'Channel has no snoozes left.');
    ads.snoozes -= 1;
    ads.nextAt += 5 * 60_000;
    return {
      data: [
        {
          snooze_count: ads.snoozes,
          snooze_refresh_at: seconds(world.clock.now() + 3_600_000),
          next_ad_at: seconds(ads.nextAt),
        },
      ],
    };
  },

  'start-a-raid': (call) => {
    const { world } = call;
    const from = call.userIn('from_broadcaster_id');
    if (!call.has('to_broadcaster_id')) {
      refuse(400, 'The ID in the to_broadcaster_id query parameter is not valid.');
    }
    const to = call.userIn('to_broadcaster_id', 'The targeted channel was not found.', 404);
    if (from.id === to.id) {
      refuse(400, 'The IDs in from_broadcaster_id and to_broadcaster_id cannot be the same ID.');
    }
    if (!world.quota.use(`raid ${from.id}`, 10, 600_000)) refuse(429, tooManyRaids);
    if (world.banOf(to.id, from.id))
      refuse(400, 'The raiding broadcaster is blocked from the targeted channel.');
    if (world.life.withoutRaids.has(to.id)) {
      refuse(400, "The targeted channel doesn't accept raids from this broadcaster.");
    }
    if (world.life.raidOf(from.id)) {
      refuse(409, 'The broadcaster is already in the process of raiding another channel.');
    }
    const raid = world.life.raid(from.id, to.id);
    return { data: [{ created_at: rfc3339(raid.at), is_mature: false }] };
  },

  'cancel-a-raid': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id');
    if (!world.quota.use(`raid ${channel.id}`, 10, 600_000)) refuse(429, tooManyRaids);
    const raid =
      world.life.raidOf(channel.id) ?? refuse(404, "The broadcaster doesn't have a pending raid to cancel.");
    world.life.callOff(raid);
    return undefined;
  },

  'get-creator-goals': (call) => {
    const channelId = call.text('broadcaster_id');
    return {
      data: (call.world.life.goals.get(channelId) ?? []).map((goal) => ({
        id: goal.id,
        ...named('broadcaster', call.world.users.get(channelId)),
        type: goal.type,
        description: goal.description,
        current_amount: goal.current,
        target_amount: goal.target,
        created_at: rfc3339(goal.createdAt),
      })),
    };
  },

  'get-charity-campaign': (call) => {
    needsPartner(call);
    const channelId = call.text('broadcaster_id');
    const campaign = call.world.life.campaigns.get(channelId);
    if (!campaign) return { data: [] };
    const given = campaign.donations.reduce((sum, one) => sum + one.amount, 0);
    return {
      data: [
        {
          id: campaign.id,
          ...named('broadcaster', call.world.users.get(channelId)),
          charity_name: campaign.name,
          charity_description: campaign.description,
          charity_logo: 'https://static-cdn.jtvnw.net/charity/logo.png',
          charity_website: campaign.website,
          current_amount: amount(given, campaign),
          target_amount: amount(campaign.target, campaign),
        },
      ],
    };
  },

  'get-charity-campaign-donations': (call) => {
    needsPartner(call);
    const campaign = call.world.life.campaigns.get(call.text('broadcaster_id'));
    const page = pageOf(call, campaign?.donations ?? []);
    return {
      data: page.rows.map((one) => ({
        id: one.id,
        campaign_id: campaign?.id,
        ...named('user', call.world.users.get(one.userId)),
        amount: campaign && amount(one.amount, campaign),
      })),
      pagination: page.pagination,
    };
  },

  'get-hype-train-status': (call) => {
    const { world } = call;
    const channel = call.userIn('broadcaster_id');
    const train = world.life.hypeTrains.get(channel.id);
    const record = { level: 6, total: 24_800, achieved_at: rfc3339(Date.UTC(2026, 4, 2, 21)) };
    return {
      data: [
        {
          current: train
            ? {
                id: train.id,
                ...named('broadcaster_user', channel),
                level: train.level,
                total: train.total,
                progress: train.progress,
                goal: train.goal,
                top_contributions: train.contributions.map((one) => ({
                  ...named('user', world.users.get(one.userId)),
                  type: one.type,
                  total: one.total,
                })),
                shared_train_participants: null,
                started_at: rfc3339(train.startedAt),
                expires_at: rfc3339(train.expiresAt),
                type: 'regular',
                is_shared_train: false,
              }
            : null,
          all_time_high: record,
          shared_all_time_high: null,
        },
      ],
    };
  },

  'get-bits-leaderboard': (call) => {
    const { world } = call;
    const period = call.maybe('period') ?? 'all';
    const only = call.maybe('user_id');
    const rows = [...mapUnder(world.life.cheers, call.user?.id ?? '')]
      .sort(([, a], [, b]) => b - a)
      .map(([id, score], index) => ({ ...named('user', world.users.get(id)), rank: index + 1, score }))
      .filter((row) => only === undefined || row.user_id === only)
      .slice(0, call.number('count') ?? 10);
    const start = call.time('started_at') ?? world.clock.now() - 86_400_000;
    return {
      data: rows,
      date_range: {
        started_at: period === 'all' ? '' : rfc3339(start),
        ended_at: period === 'all' ? '' : rfc3339(world.clock.now()),
      },
      total: rows.length,
    };
  },
} as const satisfies Record<string, Handler>;
