/** Keeping the list of live channels: fetched when asked for, stored, and told of. */
import type { Account } from '../accounts/account.ts';
import type { LiveSnapshot, LiveStream } from './stream.ts';
import type { Whose } from './whose.ts';

/** What {@link createLive} needs. */
export interface LiveParts<Who = Account> {
  /** The live channels that the account follows. @throws FailureError */
  readonly follows: (account: Who) => Promise<readonly LiveStream[]>;
  /** Whose follows are wanted, and under which id the list of them stands. */
  readonly whose: () => Promise<Whose<Who>>;
  readonly write: (snapshot: LiveSnapshot) => Promise<void>;
  readonly changed: (snapshot: LiveSnapshot) => Promise<void>;
  readonly now: () => number;
}

/** Who is live. */
export interface Live {
  /**
   * Asks the platform and stores the answer; several askers at once share one answer.
   *
   * @throws FailureError `signed-out`, `login-expired`, `offline`, `rate-limited` … The stored list stays as it was.
   */
  readonly refresh: () => Promise<LiveSnapshot>;
}

/** The streams without doubles, the first of each channel: a channel may move from one page of a list to the next. */
export function withoutDoubles(streams: readonly LiveStream[]): readonly LiveStream[] {
  const seen = new Set<string>();
  return streams.filter(({ platform, channelId }) => {
    const key = `${platform}:${channelId}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Makes the service that knows who is live. */
export function createLive<Who>({ follows, whose, write, changed, now }: LiveParts<Who>): Live {
  const running = new Map<string, Promise<LiveSnapshot>>();

  async function fetchNow({ listId, accounts }: Whose<Who>): Promise<LiveSnapshot> {
    const found: LiveStream[] = [];
    for (const account of accounts) found.push(...(await follows(account)));
    const streams = withoutDoubles(found).toSorted((a, b) => b.viewers - a.viewers);
    const snapshot = { accountId: listId, streams, updatedAt: now() };
    await write(snapshot);
    await changed(snapshot);
    return snapshot;
  }

  return {
    async refresh() {
      const wanted = await whose();
      const { listId } = wanted;
      const job = running.get(listId) ?? fetchNow(wanted).finally(() => running.delete(listId));
      running.set(listId, job);
      return job;
    },
  };
}
