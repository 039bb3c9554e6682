/** What stands around moderation: the book that outlives a worker, a platform that does as it is told, and who is signed in. */
import { vi } from 'vitest';

import type { Account } from '../../lib/accounts/account.ts';
import { FailureError } from '../../lib/failure.ts';
import type { Action, LogEntry } from '../../lib/moderation/action.ts';
import type { ModerationBook, Order } from '../../lib/moderation/book.ts';
import { createModeration, type Moderation } from '../../lib/moderation/moderation.ts';
import type { ModerationPlatform } from '../../lib/moderation/platform.ts';
import { memoryBook } from './moderation-book.ts';

/** Who acts, unless a test chooses another one. */
export const mod: Account = {
  id: 'twitch:1',
  platform: 'twitch',
  userId: '1',
  login: 'mod',
  name: 'Mod',
  scopes: [],
  state: 'ok',
};

/** Somebody else who may act. */
export const other: Account = { ...mod, id: 'twitch:2', userId: '2', login: 'other', name: 'Other' };

const users: Record<string, string> = { mod: '1', other: '2', stage: '10', noisy: '20', second: '30' };

/** An action that nothing keeps back. */
export const timeout: Action = {
  platform: 'twitch',
  channel: 'stage',
  kind: 'timeout',
  target: { login: 'noisy', name: 'Noisy', id: '20' },
  seconds: 600,
};

/** The log, and the orders under way. */
export const entries = new Map<string, LogEntry>();
export const pending = new Map<string, Order>();

/** What changes outside. */
interface World {
  /** Unix epoch ms. */
  now: number;
  /** Who is signed in. */
  accounts: readonly Account[];
  /** Who acts in the channel now. */
  chosen: Account;
  /** A worker that has died writes nothing any more. */
  isDead: boolean;
}

const atFirst = (): World => ({ now: 1_000_000, accounts: [mod, other], chosen: mod, isDead: false });

/** See {@link World}. */
export const world: World = atFirst();

/** One that knows everybody by id. */
type Platform = Omit<ModerationPlatform, 'hit'>;

const user: (login: string) => ReturnType<Platform['user']> = (login) => {
  const id = users[login];
  return Promise.resolve(id === undefined ? undefined : { id, login, name: login });
};

const willing = () => ({
  user: vi.fn<Platform['user']>((login) => user(login)),
  moderatedChannel: vi.fn<Platform['moderatedChannel']>((login) =>
    login === 'stage' ? user(login) : Promise.resolve(undefined),
  ),
  moderates: vi.fn<Platform['moderates']>((id) => Promise.resolve(id === '30')),
  carryOut: vi.fn<Platform['carryOut']>((_order, _by, begin) => begin()),
  tookEffect: vi.fn<Platform['tookEffect']>(() => Promise.resolve(undefined)),
});

/** The platform; it does all that it is told, and never tells whether that took effect. */
export const platform: { [Name in keyof Platform]: ReturnType<typeof vi.fn<Platform[Name]>> } = willing();

/** An entry of the log is new, or has changed. */
export const changed = vi.fn(() => Promise.resolve());

/** Makes all as it is before anything happened. */
export function newWorld(): void {
  entries.clear();
  pending.clear();
  Object.assign(world, atFirst());
  Object.assign(platform, willing());
  changed.mockClear();
}

/** The book, as one worker has it. */
export const book = (): ModerationBook => memoryBook({ entries, pending }, () => world.isDead);

/** One life of the worker. */
export const live = (parts: { readonly book?: ModerationBook } = {}): Moderation =>
  createModeration({
    platform,
    book: parts.book ?? book(),
    acting: () => Promise.resolve(world.chosen),
    chosen: () => Promise.resolve(world.chosen),
    account: (id) => Promise.resolve(world.accounts.find((account) => account.id === id)),
    now: () => world.now,
    changed,
  });

/** A platform that fails so. */
export const failing = (code: 'offline' | 'outcome-unknown') => (): Promise<never> =>
  Promise.reject(new FailureError({ code }));

/** It is sent, and no answer comes back. */
export const lost: ModerationPlatform['carryOut'] = async (_order, _by, begin) => {
  await begin();
  throw new FailureError({ code: 'outcome-unknown' });
};

/** A platform that says no. */
export const refusing = (): Promise<never> =>
  Promise.reject(new FailureError({ code: 'platform-refused', status: 400, message: 'no' }));
