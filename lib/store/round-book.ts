/**
 * Polls and predictions in `storage.local`: what the platform said last, the user's drafts and presets.
 *
 * The background writes what is known; the popup reads it without waiting for the background, and is the only one to
 * write drafts and presets: a draft must be kept between two strokes of a key, since the popup may close at any moment.
 * Nothing here uses zod, since the popup reads it.
 */
import type { Poll } from '../channel/poll.ts';
import type { Prediction } from '../channel/prediction.ts';
import type { KnownRounds, Round, RoundDraft } from '../channel/round.ts';
import { isObject } from '../is-object.ts';
import { type Area, fromArea } from './area.ts';
import { createWriteQueue, type WriteQueue } from './write-queue.ts';

/** Rounds of one kind. Every method throws a `storage` failure when the browser's storage fails. */
export interface RoundShelf<R extends Round> {
  /** What is known; `undefined` when nothing is, or when it is damaged: the platform knows it all. */
  readonly read: () => Promise<KnownRounds<R> | undefined>;
  readonly write: (known: KnownRounds<R>) => Promise<void>;
  readonly draft: () => Promise<RoundDraft | undefined>;
  readonly keepDraft: (draft: RoundDraft) => Promise<void>;
  /** The newest first. */
  readonly presets: () => Promise<readonly RoundDraft[]>;
  /** Makes new presets of the old ones; nothing comes in between. */
  readonly changePresets: (
    change: (presets: readonly RoundDraft[]) => readonly RoundDraft[],
  ) => Promise<readonly RoundDraft[]>;
}

/** See the file's head. */
export interface RoundBook {
  readonly polls: RoundShelf<Poll>;
  readonly predictions: RoundShelf<Prediction>;
  /** Forgets what is known of an account's channel. Drafts and presets are the user's, and stay. */
  readonly forget: (accountId: string) => Promise<void>;
}

/** The book in `area`, which is `storage.local`. */
export function createRoundBook(
  area: Pick<Area, 'get' | 'set' | 'remove'>,
  queue: WriteQueue = createWriteQueue('rounds'),
): RoundBook {
  const get = async (key: string): Promise<unknown> => (await fromArea(area.get(key)))[key];

  function shelf<R extends Round>(name: string, isRound: (value: unknown) => value is R): RoundShelf<R> {
    const keys = { known: `${name}.known`, draft: `${name}.draft`, presets: `${name}.presets` };
    const presets = async (): Promise<readonly RoundDraft[]> => {
      const stored = await get(keys.presets);
      return Array.isArray(stored) ? stored.filter(isDraft) : [];
    };
    return {
      async read() {
        const known = await get(keys.known);
        return isKnown(known, isRound) ? known : undefined;
      },
      write: (known) => fromArea(area.set({ [keys.known]: known })),
      async draft() {
        const draft = await get(keys.draft);
        return isDraft(draft) ? draft : undefined;
      },
      keepDraft: (draft) => fromArea(area.set({ [keys.draft]: draft })),
      presets,
      changePresets: (change) =>
        queue.run(async () => {
          const changed = change(await presets());
          await fromArea(area.set({ [keys.presets]: changed }));
          return changed;
        }),
    };
  }

  const polls = shelf('polls', isPoll);
  const predictions = shelf('predictions', isPrediction);
  return {
    polls,
    predictions,
    async forget(accountId) {
      if ((await polls.read())?.accountId === accountId) await fromArea(area.remove(['polls.known']));
      if ((await predictions.read())?.accountId === accountId)
        await fromArea(area.remove(['predictions.known']));
    },
  };
}

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const isMaybe = (value: unknown, is: (value: unknown) => boolean): boolean =>
  value === undefined || is(value);

function listOf(value: unknown, is: (item: Fields) => boolean): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isObject(item) && is(item));
}

function isKnown<R extends Round>(
  value: unknown,
  isRound: (value: unknown) => value is R,
): value is KnownRounds<R> {
  return (
    isObject(value) &&
    isText(value['accountId']) &&
    typeof value['eligible'] === 'boolean' &&
    isNumber(value['readAt']) &&
    listOf(value['rounds'], isRound)
  );
}

const isRound = (value: unknown): value is Fields =>
  isObject(value) &&
  isText(value['id']) &&
  isText(value['title']) &&
  isNumber(value['startedAt']) &&
  isNumber(value['seconds']) &&
  typeof value['over'] === 'boolean' &&
  isMaybe(value['endedAt'], isNumber);

function isPoll(value: unknown): value is Poll {
  return (
    isRound(value) &&
    isNumber(value['pointsPerVote']) &&
    typeof value['shown'] === 'boolean' &&
    listOf(
      value['choices'],
      ({ id, title, votes, pointsVotes }) =>
        isText(id) && isText(title) && isNumber(votes) && isNumber(pointsVotes),
    )
  );
}

const states: readonly unknown[] = ['open', 'locked', 'resolved', 'canceled'];

function isPrediction(value: unknown): value is Prediction {
  return (
    isRound(value) &&
    states.includes(value['state']) &&
    isMaybe(value['winnerId'], isText) &&
    isMaybe(value['lockedAt'], isNumber) &&
    listOf(
      value['outcomes'],
      ({ id, title, users, points, top }) =>
        isText(id) &&
        isText(title) &&
        isNumber(users) &&
        isNumber(points) &&
        listOf(top, ({ name, staked, won }) => isText(name) && isNumber(staked) && isNumber(won)),
    )
  );
}

function isDraft(value: unknown): value is RoundDraft {
  if (!isObject(value)) return false;
  const { title, choices, seconds, points } = value;
  return (
    isText(title) &&
    Array.isArray(choices) &&
    choices.length >= 2 &&
    choices.every(isText) &&
    isNumber(seconds) &&
    isMaybe(
      points,
      (value) =>
        isObject(value) &&
        typeof value['on'] === 'boolean' &&
        (value['each'] === null || isNumber(value['each'])),
    )
  );
}
