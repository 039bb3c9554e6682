/**
 * Whose a video or a clip is. Its address does not say it, or says it only by the way: Twitch shows a clip under any
 * channel's name. So Twitch is asked, once for each.
 */
import * as z from 'zod/mini';

import type { Account } from '../accounts/account.ts';
import type { SessionValue } from '../store/session.ts';
import type { Helix } from './helix/client.ts';
import { getClips } from './helix/endpoints/clips.ts';
import { getUsers } from './helix/endpoints/users.ts';
import { getVideos } from './helix/endpoints/videos.ts';

/** A recording by the platform's id. */
export interface Recording {
  readonly kind: 'video' | 'clip';
  readonly id: string;
}

/** What is kept: recording (`video 123`) → login of its channel. */
export const recordingsSchema = z.record(z.string(), z.string());

/** How many are remembered; each saves one request. */
const capacity = 100;

/** See the file's head. */
export interface Recordings {
  /**
   * The login of the recording's channel; `undefined` where Twitch knows no such recording. `account` is who asks, if it is
   * not known yet.
   *
   * @throws FailureError
   */
  readonly channelOf: (recording: Recording, account: () => Promise<Account>) => Promise<string | undefined>;
}

/** What {@link createRecordings} needs. */
export interface RecordingsParts {
  readonly helix: Helix;
  readonly kept: SessionValue<z.infer<typeof recordingsSchema>>;
}

/** Recordings on Twitch. @see https://dev.twitch.tv/docs/api/reference/#get-videos */
export function createRecordings({ helix, kept }: RecordingsParts): Recordings {
  async function ask({ kind, id }: Recording, account: Account): Promise<string | undefined> {
    const as = { as: account.id };
    if (kind === 'video') return (await helix.call(getVideos, { id: [id] }, as)).data[0]?.user_login;
    const [clip] = (await helix.call(getClips, { id: [id] }, as)).data;
    if (!clip) return undefined;
    return (await helix.call(getUsers, { id: [clip.broadcaster_id] }, as)).data[0]?.login;
  }

  return {
    async channelOf(recording, account) {
      const key = `${recording.kind} ${recording.id}`;
      const known = (await kept.get())?.[key];
      if (known !== undefined) return known;
      const channel = await ask(recording, await account());
      if (channel === undefined) return undefined;
      await kept.update((all = {}) => {
        const entries: [string, string][] = [...Object.entries(all), [key, channel]];
        return Object.fromEntries(entries.slice(-capacity));
      });
      return channel;
    },
  };
}
