import { either, endpoint } from '../endpoint.ts';
import { callsFor, earlier } from '../rules.ts';
import { aBroadcaster, cursor, pageSize } from '../shapes.ts';
import { boolean, date, id, list, nullable, object, optional, string, text } from '../spec.ts';

const category = 'Schedule';

const schedule = {
  ...aBroadcaster,
  segments: nullable(
    list(
      object({
        id: string,
        start_time: date,
        end_time: nullable(date),
        title: string,
        canceled_until: nullable(string),
        category: nullable(object({ id: string, name: string })),
        is_recurring: boolean,
      }),
    ),
  ),
  vacation: nullable(object({ start_time: date, end_time: date })),
} as const;

/**
 * The planned streams of a channel.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-stream-schedule
 */
export const getChannelStreamSchedule = endpoint(
  'get-channel-stream-schedule',
  'Get Channel Stream Schedule',
  'GET',
  '/schedule',
  {
    category,
    tokens: either,
    query: {
      broadcaster_id: id,
      id: optional(list(id, { maxItems: 100 })),
      start_time: optional(date),
      utc_offset: optional(string),
      first: pageSize(25),
      after: cursor,
    },
    response: object({
      data: object({ ...schedule, pagination: optional(object({ cursor: optional(string) })) }),
    }),
    page: { items: 'data.segments', cursor: 'data.pagination.cursor' },
  },
);

/**
 * The planned streams of a channel as iCalendar text; it needs no token.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#get-channel-icalendar
 */
export const getChannelIcalendar = endpoint(
  'get-channel-icalendar',
  'Get Channel iCalendar',
  'GET',
  '/schedule/icalendar',
  { category, tokens: [], query: { broadcaster_id: id }, response: 'text' },
);

/**
 * Puts a vacation into the schedule, or ends it.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-channel-stream-schedule
 */
export const updateChannelStreamSchedule = endpoint(
  'update-channel-stream-schedule',
  'Update Channel Stream Schedule',
  'PATCH',
  '/schedule/settings',
  {
    category,
    scopes: [['channel:manage:schedule']],
    self: 'broadcaster_id',
    query: {
      broadcaster_id: id,
      is_vacation_enabled: optional(boolean),
      vacation_start_time: optional(date),
      vacation_end_time: optional(date),
      timezone: optional(string),
    },
    rules: [
      callsFor('vacation_start_time', 'is_vacation_enabled'),
      callsFor('vacation_end_time', 'is_vacation_enabled'),
      callsFor('timezone', 'is_vacation_enabled'),
      earlier('vacation_start_time', 'vacation_end_time'),
    ],
  },
);

/**
 * Plans a stream. `duration` is minutes, as text.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#create-channel-stream-schedule-segment
 */
export const createChannelStreamScheduleSegment = endpoint(
  'create-channel-stream-schedule-segment',
  'Create Channel Stream Schedule Segment',
  'POST',
  '/schedule/segment',
  {
    category,
    scopes: [['channel:manage:schedule']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id },
    body: {
      start_time: date,
      timezone: string,
      duration: text({ format: 'digits', min: 30, max: 1380, unit: 'min' }),
      is_recurring: optional(boolean),
      category_id: optional(id),
      title: optional(text({ maxLength: 140 })),
    },
    response: object({ data: object(schedule) }),
  },
);

/**
 * Changes or cancels a planned stream.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#update-channel-stream-schedule-segment
 */
export const updateChannelStreamScheduleSegment = endpoint(
  'update-channel-stream-schedule-segment',
  'Update Channel Stream Schedule Segment',
  'PATCH',
  '/schedule/segment',
  {
    category,
    scopes: [['channel:manage:schedule']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, id },
    body: {
      start_time: optional(date),
      duration: optional(text({ format: 'digits', min: 30, max: 1380, unit: 'min' })),
      category_id: optional(id),
      title: optional(text({ maxLength: 140 })),
      is_canceled: optional(boolean),
      timezone: optional(string),
    },
    response: object({ data: object(schedule) }),
  },
);

/**
 * Deletes a planned stream, with all its repetitions.
 *
 * @see https://dev.twitch.tv/docs/api/reference/#delete-channel-stream-schedule-segment
 */
export const deleteChannelStreamScheduleSegment = endpoint(
  'delete-channel-stream-schedule-segment',
  'Delete Channel Stream Schedule Segment',
  'DELETE',
  '/schedule/segment',
  {
    category,
    scopes: [['channel:manage:schedule']],
    self: 'broadcaster_id',
    query: { broadcaster_id: id, id },
  },
);
