/** Keeping the list of live channels: fetched when asked for, stored, and told of. */
import type { Account } from '../accounts/account.ts';
import type { LiveSnapshot, LiveStream } from './stream.ts';

/** What {@link createLive} needs. */
export interface LiveParts {
  /** The live channels that the account follows. @throws FailureError */
  readonly follows: (account: Account) => Promise<readonly LiveStream[]>;
  readonly acting: () => Promise<Account>;
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
export function createLive({ follows, acting, write, changed, now }: LiveParts): Live {
  let running: Promise<LiveSnapshot> | undefined;

  async function fetchNow(): Promise<LiveSnapshot> {
    const account = await acting();
    const streams = withoutDoubles(await follows(account)).toSorted((a, b) => b.viewers - a.viewers);
    const snapshot = { accountId: account.id, streams, updatedAt: now() };
    await write(snapshot);
    await changed(snapshot);
    return snapshot;
  }

  return {
    refresh: () => (running ??= fetchNow().finally(() => (running = undefined))),
  };
}
