/**
 * Knowing people: what the user wrote down about them, what was done to them here, and what the platform says of them.
 * Everything is asked for one channel, and nothing of another channel's log is told.
 */
import type { Account } from '../accounts/account.ts';
import type { Platform } from '../chat/message.ts';
import { fail } from '../failure.ts';
import type { LoggedAction } from '../moderation/action.ts';
import type { PlatformUser } from '../moderation/platform.ts';
import { knownPeople } from './known.ts';
import { type Known, type PersonRecord, personKey } from './person.ts';

/** Somebody in a channel, as a page names them. `id` is the page's claim, `login` is what the user saw. */
export interface Somebody {
  readonly channel: string;
  readonly login: string;
  readonly id?: string;
}

/** What stands in our own stores about somebody. */
export interface Person {
  readonly nickname?: string;
  readonly note?: string;
  /** Newest first. */
  readonly history: readonly LoggedAction[];
}

/** What the platform tells about a user. Times are Unix epoch milliseconds; what is absent it did not say. */
export interface Profile {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly createdAt?: number;
  readonly avatarUrl?: string;
  /** Since when they follow the channel. */
  readonly followedAt?: number;
  readonly subscription?: Subscription;
  /** Titles and badges that they wear here, in the platform's own words. */
  readonly wears?: readonly string[];
}

/** A subscription of the channel, in months paid for. */
export interface Subscription {
  readonly months: number;
  readonly tier?: number;
}

/** What somebody did in a channel's chat: messages, and how often they were kept from it. */
export interface Activity {
  readonly messages: number;
  readonly restricted: number;
  readonly quietened: number;
}

/** Where records of people and the log are read. */
export interface PeopleBook {
  readonly byId: (key: string) => Promise<PersonRecord | undefined>;
  /** Those who bore the login when they were written about. */
  readonly byLogin: (platform: Platform, login: string) => Promise<readonly PersonRecord[]>;
  readonly newest: (limit: number) => Promise<readonly PersonRecord[]>;
  readonly put: (record: PersonRecord) => Promise<void>;
  readonly remove: (key: string) => Promise<void>;
  /** The log of a channel, newest first. */
  readonly inChannel: (
    platform: Platform,
    channel: string,
    limit: number,
  ) => Promise<readonly LoggedAction[]>;
  /** What was done to somebody anywhere, newest first: to the id where there is one, else to the login. */
  readonly about: (
    platform: Platform,
    who: Pick<Somebody, 'login' | 'id'>,
    limit: number,
  ) => Promise<readonly LoggedAction[]>;
}

/** What knowing people asks of a platform. */
export interface PeoplePlatform {
  /** Whom the page means, as they are called now. */
  readonly user: (who: Somebody, account: Account) => Promise<PlatformUser | undefined>;
  /** What there is to say of `user`, who came from here. */
  readonly profile: (user: PlatformUser, account: Account) => Promise<Profile | undefined>;
  /** Since when the user follows the channel; `undefined` when not. */
  readonly followedAt?: (userId: string, channel: string, account: Account) => Promise<number | undefined>;
}

/** What {@link createPeople} needs. */
export interface PeopleParts {
  readonly name: Platform;
  readonly platform: PeoplePlatform;
  readonly book: PeopleBook;
  /** The account that acts in a channel. */
  readonly acting: (channel: string) => Promise<Account>;
  readonly now: () => number;
  readonly changed: () => Promise<void>;
}

/** See the file's head. Every method rejects with a `FailureError`. */
export interface People {
  readonly known: (channel: string) => Promise<readonly Known[]>;
  readonly person: (who: Somebody) => Promise<Person>;
  readonly profile: (who: Somebody) => Promise<Profile>;
  readonly followedAt: (who: Somebody) => Promise<number | undefined>;
  /** Writes nickname and note; empty ones are taken away, and with both empty the whole record. */
  readonly write: (who: Somebody, words: { nickname: string; note: string }) => Promise<void>;
  /** Everybody of whom something is written down, the last written first. */
  readonly written: () => Promise<readonly PersonRecord[]>;
  readonly forget: (key: string) => Promise<void>;
}

/** How much is read for the marks of one channel, and for one person. */
const limits = { records: 2_000, entries: 2_000, history: 200 };

/** Makes the service for the people of one platform. */
export function createPeople({ name, platform, book, acting, now, changed }: PeopleParts): People {
  /** The user whom the page means. @throws FailureError `no-such-user`, or `identity-mismatch` when its id is another's */
  async function proven(who: Somebody): Promise<[PlatformUser, Account]> {
    const { channel, login, id } = who;
    const account = await acting(channel);
    const user = await platform.user(who, account);
    if (user === undefined) return fail({ code: 'no-such-user', login });
    if (user.login !== login || (id !== undefined && id !== user.id))
      return fail({ code: 'identity-mismatch', login });
    return [user, account];
  }

  async function recordOf({ login, id }: Somebody): Promise<PersonRecord | undefined> {
    if (id !== undefined) return book.byId(personKey(name, id));
    const [first, second] = await book.byLogin(name, login);
    return second === undefined ? first : undefined;
  }

  return {
    async known(channel) {
      const [records, entries] = await Promise.all([
        book.newest(limits.records),
        book.inChannel(name, channel, limits.entries),
      ]);
      return knownPeople(
        records.filter(({ platform: where }) => where === name),
        entries,
      );
    },

    async person(who) {
      const [record, entries] = await Promise.all([recordOf(who), book.about(name, who, limits.history)]);
      const { nickname, note } = record ?? {};
      return {
        ...(nickname !== undefined && { nickname }),
        ...(note !== undefined && { note }),
        history: entries.filter(({ action }) => action.channel === who.channel),
      };
    },

    async profile(who) {
      const [user, account] = await proven(who);
      return (await platform.profile(user, account)) ?? fail({ code: 'no-such-user', login: who.login });
    },

    async followedAt(who) {
      const [user, account] = await proven(who);
      return platform.followedAt?.(user.id, who.channel, account);
    },

    async write(who, words) {
      const [user] = await proven(who);
      const key = personKey(name, user.id);
      const nickname = words.nickname.trim();
      const note = words.note.trimEnd();
      if (nickname === '' && note === '') await book.remove(key);
      else {
        await book.put({
          id: key,
          platform: name,
          userId: user.id,
          login: user.login,
          name: user.name,
          ...(nickname !== '' && { nickname }),
          ...(note !== '' && { note }),
          updatedAt: now(),
        });
      }
      await changed();
    },

    written: () => book.newest(limits.records),

    async forget(key) {
      await book.remove(key);
      await changed();
    },
  };
}
