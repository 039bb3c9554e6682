/** What channels are called that are kept by their ids alone. */
import * as z from 'zod/mini';

import type { Platform } from '../chat/message.ts';
import { channelKey } from './arrange.ts';

/** By channel (`twitch:1234`), its name. */
export const namesSchema = z.record(z.string(), z.string());

/** See {@link namesSchema}. */
export type Names = z.infer<typeof namesSchema>;

/** So many may be asked about at once. */
export const namesAtMost = 500;

/** What {@link createNames} needs. */
export interface NamesParts {
  /** Channels that are known anyway, since they are followed or live. */
  readonly known: () => Promise<
    readonly { readonly platform: Platform; readonly channelId: string; readonly name: string }[]
  >;
  readonly kept: {
    readonly get: () => Promise<Names | undefined>;
    readonly update: (change: (all: Names | undefined) => Names) => Promise<unknown>;
  };
  /** The names of channels by id, without those that are no more. Many cost little. @throws FailureError */
  readonly twitch: (ids: readonly string[]) => Promise<Names>;
  /** The name of one channel, which is one request; `undefined`: it is no more. @throws FailureError */
  readonly chzzk: (id: string) => Promise<string | undefined>;
}

/** So many of CHZZK's are asked about at a time: it tells of one at a time. */
const atATime = 20;
/** So many names are remembered. */
const keptAtMost = 5_000;

/** Makes the looking up. Whose name cannot be had just now is left out; nothing is thrown for that. */
export function createNames({ known, kept, twitch, chzzk }: NamesParts) {
  const askTwitch = (ids: readonly string[]): Promise<Names> =>
    ids.length > 0 ? twitch(ids).catch((): Names => ({})) : Promise.resolve({});

  return async (keys: readonly string[]): Promise<Names> => {
    const names: Names = { ...(await kept.get()) };
    for (const channel of await known()) names[channelKey(channel)] = channel.name;
    const missing = keys.filter((key) => names[key] === undefined);
    const ids = (platform: Platform): readonly string[] =>
      missing.flatMap((key) => (key.startsWith(`${platform}:`) ? [key.slice(platform.length + 1)] : []));
    const [here, there] = [ids('twitch'), ids('chzzk').slice(0, atATime)];
    const [own, others] = await Promise.all([
      askTwitch(here),
      Promise.all(there.map(async (id) => ({ id, name: await chzzk(id).catch(() => undefined) }))),
    ]);
    const asked: Names = {};
    for (const [id, name] of Object.entries(own)) asked[`twitch:${id}`] = name;
    for (const { id, name } of others) if (name !== undefined) asked[`chzzk:${id}`] = name;
    if (Object.keys(asked).length > 0)
      await kept.update((all) => Object.fromEntries(Object.entries({ ...all, ...asked }).slice(-keptAtMost)));
    const found = { ...names, ...asked };
    return Object.fromEntries(
      keys.flatMap((key) => {
        const name = found[key];
        return name === undefined ? [] : [[key, name] as const];
      }),
    );
  };
}
