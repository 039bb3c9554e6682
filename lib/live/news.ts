/** Who has gone live since the last look: what a user is told of, and what opens by itself. */
import * as z from 'zod/mini';

import type { Settings } from '../store/settings-table.ts';
import { channelKey } from './arrange.ts';
import type { LiveSnapshot, LiveStream } from './stream.ts';

/** What the last look saw. Kept until the browser closes, so that a start of any kind finds none. */
export const seenSchema = z.object({
  accountId: z.string(),
  /** Unix epoch milliseconds. */
  at: z.number(),
  live: z.readonly(z.array(z.string())),
  /** When each channel was last told of, Unix epoch milliseconds. */
  told: z.record(z.string(), z.number()),
  /** Title and category of those channels whose changes the user wants to hear of. */
  about: z.exactOptional(z.record(z.string(), z.string())),
});

/** See {@link seenSchema}. */
export type Seen = z.infer<typeof seenSchema>;

/** What a look brings. */
export interface News {
  readonly tell: readonly LiveStream[];
  readonly open: readonly LiveStream[];
  /** Those that were live before and have another title or category now. */
  readonly changed: readonly LiveStream[];
  /** What is to be remembered of it. */
  readonly seen: Seen;
}

const minute = 60_000;
/** A platform lists a channel some minutes after it went live; what began earlier than this was followed anew, ms. */
const lateListing = 15 * minute;
/** A stream that breaks off and comes back is told of once, ms. */
const pause = 30 * minute;

/** Whether the moment lies in the user's quiet hours, which may go over midnight. */
export function isQuiet(
  settings: Pick<Settings, 'notifications.quiet' | 'notifications.quietFrom' | 'notifications.quietTo'>,
  moment: Date,
): boolean {
  if (!settings['notifications.quiet']) return false;
  const now = moment.getHours() * 60 + moment.getMinutes();
  const from = settings['notifications.quietFrom'];
  const to = settings['notifications.quietTo'];
  return from <= to ? from <= now && now < to : from <= now || now < to;
}

/**
 * The news in `snapshot` after `before`.
 *
 * A look that has nothing before it, that is another account's, or that comes after a long silence (the machine slept)
 * brings no news: its channels went live while nobody watched.
 */
export function newsOf(before: Seen | undefined, snapshot: LiveSnapshot, settings: Settings): News {
  const { accountId, streams, updatedAt: at } = snapshot;
  const live = streams.map(channelKey);
  const about = aboutOf(streams, settings);
  const silence = (3 * settings['live.refreshMinutes'] + 2) * minute;
  const isFirst = before?.accountId !== accountId || at - before.at > silence;
  if (before === undefined || isFirst)
    return { tell: [], open: [], changed: [], seen: { accountId, at, live, told: {}, about } };

  const known = new Set(before.live);
  const muted = new Set(settings['live.muted']);
  const fresh = streams.filter((stream) => {
    const key = channelKey(stream);
    const toldAt = before.told[key] ?? 0;
    return (
      !known.has(key) &&
      !muted.has(key) &&
      (!stream.rerun || settings['notifications.reruns']) &&
      // Where the beginning is not known, one who was followed anew is told of once.
      (stream.startedAt ?? at) > before.at - lateListing &&
      at - toldAt > pause
    );
  });
  const recent = Object.entries(before.told).filter(([, toldAt]) => at - toldAt <= pause);
  const told = Object.fromEntries([...recent, ...fresh.map((stream) => [channelKey(stream), at] as const)]);
  const isSilent = isQuiet(settings, new Date(at));
  return {
    tell: isSilent ? [] : fresh.filter((stream) => isWanted(stream, settings)),
    open: fresh.filter((stream) => settings['live.autoOpen'].includes(channelKey(stream))),
    changed: isSilent
      ? []
      : streams.filter((stream) => {
          const key = channelKey(stream);
          const was = before.about?.[key];
          return was !== undefined && was !== about[key] && about[key] !== undefined && !muted.has(key);
        }),
    seen: { accountId, at, live, told, about },
  };
}

/** What the chosen channels are about now. A rerun is about what it was about once. */
function aboutOf(streams: readonly LiveStream[], settings: Settings): Record<string, string> {
  const wanted = new Set(settings['notifications.changes']);
  const chosen = streams.filter((stream) => wanted.has(channelKey(stream)) && !stream.rerun);
  return Object.fromEntries(
    chosen.map((stream) => [channelKey(stream), `${stream.category}\n${stream.title}`]),
  );
}

/** Whether the user wants to be told that a channel that they follow is live. */
export function isWanted(stream: LiveStream, settings: Settings): boolean {
  const of = settings['notifications.of'];
  if (of === 'everybody') return true;
  if (of === 'chosen' && settings['notifications.channels'].includes(channelKey(stream))) return true;
  // Categories stand beside the channels, also where none of those is wanted.
  const category = stream.category.toLocaleLowerCase();
  return settings['notifications.categories'].some((name) => name.toLocaleLowerCase() === category);
}
