/** One search over both platforms: neither waits long for the other, and what is missing of one is said. */
import { FailureError } from '../failure.ts';
import { type Answer, answerOf } from './answer.ts';
import type { ListItem, ListPage } from './discover.ts';

/** What {@link searchBoth} needs; each of them throws a `FailureError`. */
export interface Searches {
  readonly twitch: () => Promise<ListPage>;
  /** `undefined`: the user does not want it. */
  readonly chzzk: (() => Promise<readonly ListItem[]>) | undefined;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

/** So long the other platform may keep what one has found from being shown, ms. */
const patienceMs = 3_000;

/** Searches both. @throws FailureError Twitch's, where nothing of the other platform can stand for it. */
export async function searchBoth({ twitch, chzzk, wait }: Searches): Promise<ListPage> {
  if (!chzzk) return twitch();
  const late = wait(patienceMs).then((): Answer<readonly ListItem[]> => ({ failure: { code: 'timeout' } }));
  const [own, other] = await Promise.all([answerOf(twitch()), Promise.race([answerOf(chzzk()), late])]);
  if ('failure' in own) {
    if ('failure' in other || other.found.length === 0) throw new FailureError(own.failure);
    return { items: other.found, missing: { platform: 'twitch', failure: own.failure } };
  }
  if ('failure' in other) return { ...own.found, missing: { platform: 'chzzk', failure: other.failure } };
  return { ...own.found, items: mixed(own.found.items, other.found) };
}

/** Categories first, then the channels of both in turn, each in its platform's order, and what is live under such a title. */
export function mixed(one: readonly ListItem[], other: readonly ListItem[]): readonly ListItem[] {
  const isCategory = ({ kind }: ListItem): boolean => kind === 'category';
  const isStream = ({ kind }: ListItem): boolean => kind === 'stream';
  const [ours, theirs] = [one, other].map((items) =>
    items.filter((item) => !isCategory(item) && !isStream(item)),
  );
  const length = Math.max(ours?.length ?? 0, theirs?.length ?? 0);
  const inTurn = Array.from({ length }, (_, index) => [ours?.[index], theirs?.[index]]).flat();
  return [
    ...[...one, ...other].filter(isCategory),
    ...inTurn.filter((item): item is ListItem => item !== undefined),
    ...[...one, ...other].filter(isStream),
  ];
}
