/**
 * Running rounds in the channel of the account that acts, and keeping what the platform says of them.
 *
 * The same wish may come twice, since a page asks again when the background died before it answered. A channel has one
 * round of a kind at a time, so a second start is refused; then a look decides whether the one that runs is the one that
 * was wished for. Ending what has ended that way already is no failure either.
 */
import type { Account } from '../accounts/account.ts';
import { fail, FailureError } from '../failure.ts';
import type { KnownRounds, Round, RoundDraft } from './round.ts';

/** What rounds of one kind ask of a platform. Every call acts as `account`, in its own channel. */
export interface RoundsPlatform<R extends Round, Ending> {
  /** Whether the channel may have rounds of this kind. */
  readonly eligible: (account: Account) => Promise<boolean>;
  /** The latest rounds, the newest first. */
  readonly list: (account: Account) => Promise<readonly R[]>;
  /** Starts a round. `undefined`: done, but the answer could not be read. */
  readonly start: (draft: RoundDraft, account: Account) => Promise<R | undefined>;
  /** Ends the round `id`, or brings it a step further. `undefined`: as above. */
  readonly end: (id: string, ending: Ending, account: Account) => Promise<R | undefined>;
}

/** What {@link createRounds} needs. */
export interface RoundsParts<R extends Round, Ending> {
  readonly what: 'poll' | 'prediction';
  readonly platform: RoundsPlatform<R, Ending>;
  readonly acting: () => Promise<Account>;
  readonly known: {
    readonly read: () => Promise<KnownRounds<R> | undefined>;
    readonly write: (known: KnownRounds<R>) => Promise<void>;
  };
  /** Whether a round is what `draft` would start. */
  readonly isFrom: (draft: RoundDraft, round: R) => boolean;
  /** Whether `ending` has happened; without a round the platform no longer lists it. */
  readonly isDone: (ending: Ending, round: R | undefined) => boolean;
  readonly changed: () => Promise<void>;
  readonly now: () => number;
}

/** Rounds of one kind. What comes of it all is found in the store. */
export interface Rounds<Ending> {
  /** Asks the platform. @throws FailureError; what is known stays as it was. */
  readonly refresh: () => Promise<void>;
  /**
   * Starts a round. `askedAt` is when the user pressed, Unix epoch milliseconds.
   *
   * @throws FailureError `already-running`, `not-affiliate`, `missing-scope`, `bad-input` …
   */
  readonly start: (draft: RoundDraft, askedAt: number) => Promise<void>;
  /** @throws FailureError */
  readonly end: (id: string, ending: Ending) => Promise<void>;
}

/** Clocks differ by so much at most, ms. */
const slackMs = 10_000;
/** An account seldom becomes an affiliate: this long it is not asked about again, ms. */
const eligibleForMs = 60 * 60 * 1000;

/** Makes the rounds of one kind. */
export function createRounds<R extends Round, Ending>(parts: RoundsParts<R, Ending>): Rounds<Ending> {
  const { what, platform, acting, known, isFrom, isDone, changed, now } = parts;

  async function keep(account: Account, eligible: boolean, rounds: readonly R[]): Promise<void> {
    await known.write({ accountId: account.id, eligible, rounds, readAt: now() });
    await changed();
  }

  async function knownOf(account: Account): Promise<KnownRounds<R> | undefined> {
    const all = await known.read();
    return all?.accountId === account.id ? all : undefined;
  }

  async function read(account: Account): Promise<readonly R[]> {
    const before = await knownOf(account);
    const fresh = before?.eligible === true || (before && now() - before.readAt < eligibleForMs);
    const eligible = fresh ? before.eligible : await platform.eligible(account);
    const rounds = eligible ? await platform.list(account) : [];
    await keep(account, eligible, rounds);
    return rounds;
  }

  /** Puts the round that was just answered in its place; one that could not be read is asked for. */
  async function put(account: Account, round: R | undefined): Promise<void> {
    if (round === undefined) {
      await read(account);
      return;
    }
    const before = (await knownOf(account))?.rounds ?? [];
    const isOld = before.some(({ id }) => id === round.id);
    const rounds = isOld ? before.map((one) => (one.id === round.id ? round : one)) : [round, ...before];
    await keep(account, true, rounds);
  }

  /** What runs now, after `error`, which is thrown again if that cannot be seen. */
  async function lookAfter(error: unknown, account: Account): Promise<readonly R[]> {
    const code = error instanceof FailureError ? error.failure.code : undefined;
    if (code !== 'platform-refused' && code !== 'outcome-unknown') throw error;
    return read(account).catch(() => {
      throw error;
    });
  }

  return {
    async refresh() {
      await read(await acting());
    },

    async start(draft, askedAt) {
      const account = await acting();
      let round: R | undefined;
      try {
        round = await platform.start(draft, account);
      } catch (error) {
        const running = (await lookAfter(error, account)).find(({ over }) => !over);
        if (!running) throw error;
        if (isFrom(draft, running) && running.startedAt >= askedAt - slackMs) return;
        fail({ code: 'already-running', what });
      }
      await put(account, round);
    },

    async end(id, ending) {
      const account = await acting();
      let round: R | undefined;
      try {
        round = await platform.end(id, ending, account);
      } catch (error) {
        const rounds = await lookAfter(error, account);
        if (
          !isDone(
            ending,
            rounds.find((one) => one.id === id),
          )
        )
          throw error;
        return;
      }
      await put(account, round);
    },
  };
}
