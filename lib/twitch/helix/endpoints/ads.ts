import { either, endpoint } from '../endpoint.ts';
import { data } from '../shapes.ts';
import { blankDate, id, integer, object, string, union, whole } from '../spec.ts';

const category = 'Ads';

/** The reference calls these seconds since 1970, its examples show text; empty or 0 for none. */
const adMoment = union(whole({ unit: 'epoch s' }), blankDate);

/**
 * Runs ads on a live channel. `length` in seconds; the answer says how long until the next one may run.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#start-commercial
 */
export const startCommercial = endpoint(
  'start-commercial',
  'Start Commercial',
  'POST',
  '/channels/commercial',
  {
    category,
    tokens: either,
    scopes: [['channel:edit:commercial']],
    self: 'broadcaster_id',
    body: { broadcaster_id: id, length: whole({ min: 1, max: 180, unit: 's' }) },
    response: data(object({ length: integer, message: string, retry_after: integer })),
  },
);

/**
 * When the next ads come, and how often they may still be put off.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-ad-schedule
 */
export const getAdSchedule = endpoint('get-ad-schedule', 'Get Ad Schedule', 'GET', '/channels/ads', {
  category,
  tokens: either,
  scopes: [['channel:read:ads']],
  self: 'broadcaster_id',
  query: { broadcaster_id: id },
  response: data(
    object({
      snooze_count: integer,
      snooze_refresh_at: adMoment,
      next_ad_at: adMoment,
      duration: integer,
      last_ad_at: adMoment,
      preroll_free_time: integer,
    }),
  ),
});

/**
 * Puts the next ads off by five minutes.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#snooze-next-ad
 */
export const snoozeNextAd = endpoint(
  'snooze-next-ad',
  'Snooze Next Ad',
  'POST',
  '/channels/ads/schedule/snooze',
  {
    category,
    tokens: either,
    scopes: [['channel:manage:ads']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    response: data(object({ snooze_count: integer, snooze_refresh_at: adMoment, next_ad_at: adMoment })),
  },
);
