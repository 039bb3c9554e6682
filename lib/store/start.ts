/**
 * Which kind of start this is. The background is killed at any moment and starts anew; what it finds in the stores says
 * whether the user has just opened the browser, and whether Sidestage has been here before.
 */
import { type Area, fromArea } from './area.ts';
import { openExisting } from './read-live.ts';

/** `wake`: the same run of the browser. `browser-start`: a new one. `first-run`: nothing of ours is anywhere. */
export type Start = 'wake' | 'browser-start' | 'first-run';

const marker = 'started';

/** What {@link classifyStart} and {@link markStarted} need. */
export interface StartOptions {
  readonly session: Pick<Area, 'get' | 'set'>;
  readonly local: Pick<Area, 'get' | 'set'>;
  /** Whether the database exists; it is not created by looking. */
  readonly hasDatabase?: () => Promise<boolean>;
}

/** Looks into session, local and the database, in this order, and writes nothing. @throws a `storage` failure */
export async function classifyStart({
  session,
  local,
  hasDatabase = databaseExists,
}: StartOptions): Promise<Start> {
  if (Object.hasOwn(await fromArea(session.get(marker)), marker)) return 'wake';
  if (Object.keys(await fromArea(local.get(null))).length > 0) return 'browser-start';
  return (await hasDatabase()) ? 'browser-start' : 'first-run';
}

/**
 * Writes down that the work of this start is done; from now on the next start is a wake. Whoever is killed before this
 * call starts the same way again.
 */
export async function markStarted(
  { session, local }: StartOptions,
  now: () => number = Date.now,
): Promise<void> {
  const at = now();
  await fromArea(local.set({ [marker]: at }));
  await fromArea(session.set({ [marker]: at }));
}

async function databaseExists(): Promise<boolean> {
  const database = await openExisting();
  database?.close();
  return database !== undefined;
}
