/** Which account acts in which channel, where that is not the one that acts everywhere else. */
import type { Platform } from '../chat/message.ts';

/** Channel (see {@link loginKey}) → account id. */
export type ChannelAccounts = Readonly<Record<string, string>>;

/** The name of a channel: `<platform>:<login>`. */
export const loginKey = (platform: Platform, login: string): string => `${platform}:${login}`;

/** Where the choice is kept. */
export interface ChannelAccountsStore {
  readonly read: () => Promise<ChannelAccounts>;
  readonly write: (choice: ChannelAccounts) => Promise<void>;
}

/** `choice` with `accountId` for the channel `key`; without one the channel goes back to the account that acts. */
export function withChoice(choice: ChannelAccounts, key: string, accountId?: string): ChannelAccounts {
  const others = Object.fromEntries(Object.entries(choice).filter(([other]) => other !== key));
  return accountId === undefined ? others : { ...others, [key]: accountId };
}

/** `choice` without the channels of `accountId`. */
export function withoutAccount(choice: ChannelAccounts, accountId: string): ChannelAccounts {
  return Object.fromEntries(Object.entries(choice).filter(([, id]) => id !== accountId));
}
