import { rfc3339 } from '../../world/clock.ts';
import type { Broadcast } from '../../world/schedule.ts';
import type { Call, Handler } from '../call.ts';
import { pageOf } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { named } from '../shapes.ts';

const notPartner = 'Only partners and affiliates may add non-recurring broadcast segments.';

function segmentShape(call: Call, { id, segment, startAt }: Broadcast): object {
  const category =
    segment.categoryId === undefined ? undefined : call.world.categories.get(segment.categoryId);
  const endAt = startAt + segment.duration * 60_000;
  return {
    id,
    start_time: rfc3339(startAt),
    end_time: rfc3339(endAt),
    title: segment.title,
    canceled_until: segment.canceled.has(startAt) ? rfc3339(endAt) : null,
    category: category ? { id: category.id, name: category.name } : null,
    is_recurring: segment.recurring,
  };
}

function scheduleShape(
  call: Call,
  channelId: string,
  broadcasts: readonly Broadcast[],
): Record<string, unknown> {
  const vacation = call.world.schedules.of(channelId)?.vacation;
  return {
    segments: broadcasts.map((one) => segmentShape(call, one)),
    ...named('broadcaster', call.world.users.get(channelId)),
    vacation: vacation ? { start_time: rfc3339(vacation.from), end_time: rfc3339(vacation.to) } : null,
  };
}

function knownTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** What both ways of writing a segment check. */
function checkSegment(call: Call): void {
  const timezone = call.maybe('timezone');
  if (timezone !== undefined && !knownTimezone(timezone))
    refuse(400, 'The value in the timezone field is not valid.');
  const category = call.maybe('category_id');
  if (category !== undefined && category !== '' && !call.world.categories.has(category)) {
    refuse(400, 'The ID in the category_id field is not valid.');
  }
}

/** Category “Schedule”. */
export const schedule = {
  'get-channel-stream-schedule': (call) => {
    const channelId = call.userIn('broadcaster_id').id;
    const ids = call.texts('id');
    if (!call.world.schedules.of(channelId))
      refuse(404, 'The broadcaster has not created a streaming schedule.');
    const rows =
      ids.length === 0
        ? call.world.schedules.upcoming(channelId, call.time('start_time'))
        : ids.map(
            (id) =>
              call.world.schedules.find(channelId, id) ??
              refuse(400, 'The ID in the id query parameter is not valid.'),
          );
    const page = pageOf(call, rows);
    return { data: { ...scheduleShape(call, channelId, page.rows), pagination: page.pagination } };
  },

  'get-channel-icalendar': (call) => {
    const channel = call.userIn('broadcaster_id');
    const stamp = (ms: number): string => rfc3339(ms).replaceAll(/[-:]/g, '');
    const events = call.world.schedules
      .upcoming(channel.id)
      .flatMap(({ id, segment, startAt }) => [
        'BEGIN:VEVENT',
        `UID:${id}`,
        `DTSTART:${stamp(startAt)}`,
        `DTEND:${stamp(startAt + segment.duration * 60_000)}`,
        `SUMMARY:${segment.title}`,
        'END:VEVENT',
      ]);
    const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//twitch.tv//StreamSchedule//1.0'];
    return [...head, `NAME:${channel.displayName}`, ...events, 'END:VCALENDAR', ''].join('\r\n');
  },

  'update-channel-stream-schedule': (call) => {
    const channelId = call.text('broadcaster_id');
    const held =
      call.world.schedules.of(channelId) ?? refuse(404, "The broadcaster's schedule was not found.");
    const on = call.flag('is_vacation_enabled');
    if (on === false) held.vacation = undefined;
    if (on !== true) return undefined;
    const from = call.time('vacation_start_time');
    const to = call.time('vacation_end_time');
    if (from === undefined)
      return refuse(400, 'The format of the string in vacation_start_time is not valid.');
    if (to === undefined) return refuse(400, 'The format of the string in vacation_end_time is not valid.');
    if (to <= from) {
      refuse(400, 'The date in vacation_end_time must be later than the date in vacation_start_time.');
    }
    held.vacation = { from, to };
    return undefined;
  },

  'create-channel-stream-schedule-segment': (call) => {
    const channel = call.userIn('broadcaster_id');
    checkSegment(call);
    const recurring = call.flag('is_recurring') ?? false;
    if (!recurring && channel.broadcasterType === '') refuse(403, notPartner);
    const made = call.world.schedules.add(channel.id, {
      startAt: call.time('start_time') ?? 0,
      duration: Number(call.text('duration')),
      timezone: call.text('timezone'),
      title: call.text('title'),
      categoryId: call.maybe('category_id'),
      recurring,
    });
    return { data: scheduleShape(call, channel.id, [made]) };
  },

  'update-channel-stream-schedule-segment': (call) => {
    const channelId = call.text('broadcaster_id');
    checkSegment(call);
    const found = call.world.schedules.find(channelId, call.text('id'));
    if (!found) return refuse(404, 'The specified broadcast segment was not found.');
    const { segment, startAt } = found;
    const canceled = call.flag('is_canceled');
    if (canceled === true) segment.canceled.add(startAt);
    if (canceled === false) segment.canceled.delete(startAt);
    const movedTo = call.time('start_time');
    const shift = movedTo === undefined ? 0 : movedTo - startAt;
    segment.startAt += shift;
    segment.duration = call.has('duration') ? Number(call.text('duration')) : segment.duration;
    segment.title = call.maybe('title') ?? segment.title;
    segment.categoryId = call.maybe('category_id') ?? segment.categoryId;
    segment.timezone = call.maybe('timezone') ?? segment.timezone;
    const after = call.world.schedules
      .upcoming(channelId, 0)
      .find((one) => one.segment === segment && one.startAt === startAt + shift);
    return { data: scheduleShape(call, channelId, after ? [after] : []) };
  },

  'delete-channel-stream-schedule-segment': (call) => {
    const channelId = call.text('broadcaster_id');
    const found = call.world.schedules.find(channelId, call.text('id'));
    if (!found) return refuse(400, 'The ID in the id query parameter is not valid.');
    call.world.schedules.remove(channelId, found.segment);
    return undefined;
  },
} as const satisfies Record<string, Handler>;
