/**
 * What polls and predictions have in common: a question with choices, a draft of one, and what a platform allows.
 *
 * The field has no word for both; here one of either is a round.
 */

/** A round, as far as both kinds are alike. Times are Unix epoch milliseconds. */
export interface Round {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  /** Nothing more can be done about it. */
  readonly over: boolean;
}

/** The rounds of an account's own channel as the platform told them last, the newest first. */
export interface KnownRounds<R extends Round> {
  readonly accountId: string;
  /** Whether the platform lets this channel have rounds at all. */
  readonly eligible: boolean;
  readonly rounds: readonly R[];
  /** When the platform answered, Unix epoch milliseconds. */
  readonly readAt: number;
}

/** A round that is being written. */
export interface RoundDraft {
  readonly title: string;
  /** As typed; those left empty are not sent. */
  readonly choices: readonly string[];
  /** How long people can take part. */
  readonly seconds: number;
  /** Channel points for each vote beyond the first; polls only. Kept while they are off, so that a second thought costs nothing. */
  readonly points?: { readonly on: boolean; readonly each: number | null };
}

/** What a platform takes. Lengths are Unicode code points, times seconds; ranges have both ends inside. */
export interface RoundLimits {
  readonly title: number;
  readonly choice: number;
  readonly choices: readonly [least: number, most: number];
  readonly seconds: readonly [least: number, most: number];
  readonly points?: readonly [least: number, most: number];
}

/** @see https://dev.twitch.tv/docs/api/reference/#create-poll */
export const pollLimits = {
  title: 60,
  choice: 25,
  choices: [2, 5],
  seconds: [15, 1800],
  points: [1, 1_000_000],
} as const satisfies RoundLimits;

/** @see https://dev.twitch.tv/docs/api/reference/#create-prediction */
export const predictionLimits = {
  title: 45,
  choice: 25,
  choices: [2, 10],
  seconds: [30, 1800],
} as const satisfies RoundLimits;

/** An empty draft. */
export const emptyPoll: RoundDraft = {
  title: '',
  choices: ['', ''],
  seconds: 120,
  points: { on: false, each: 100 },
};

/** An empty draft. */
export const emptyPrediction: RoundDraft = { title: '', choices: ['', ''], seconds: 120 };

/** What is wrong with one field. */
export type RoundProblem = 'empty' | 'long' | 'range';

/** What is wrong with a draft, field by field. */
export interface RoundProblems {
  readonly title?: RoundProblem;
  /** In the order of the choices. */
  readonly choices: readonly (RoundProblem | undefined)[];
  readonly seconds?: RoundProblem;
  readonly points?: RoundProblem;
}

/** The length of `text` as the platforms count it: in Unicode code points. */
export const letters = (text: string): number => Array.from(text).length;

const isWithin = (value: number | null, [least, most]: readonly [number, number]): boolean =>
  value !== null && Number.isInteger(value) && value >= least && value <= most;

function textProblem(text: string, limit: number, needed: boolean): RoundProblem | undefined {
  if (text.trim() === '') return needed ? 'empty' : undefined;
  return letters(text.trim()) > limit ? 'long' : undefined;
}

/** What keeps `draft` from being sent; `undefined` when nothing does. */
export function problemsOf(draft: RoundDraft, limits: RoundLimits): RoundProblems | undefined {
  const title = textProblem(draft.title, limits.title, true);
  let missing = limits.choices[0] - draft.choices.filter((choice) => choice.trim() !== '').length;
  const choices = draft.choices.map((choice) => {
    const problem = textProblem(choice, limits.choice, missing > 0);
    if (problem === 'empty') missing--;
    return problem;
  });
  const seconds = isWithin(draft.seconds, limits.seconds) ? undefined : 'range';
  const { points } = draft;
  const badPoints = points?.on === true && limits.points && !isWithin(points.each, limits.points);
  if (!title && !seconds && !badPoints && !choices.some(Boolean)) return undefined;
  return {
    ...(title && { title }),
    choices,
    ...(seconds && { seconds }),
    ...(badPoints && { points: 'range' }),
  };
}

/** The draft as it is sent: without blanks around texts, and without empty choices. */
export function tidied(draft: RoundDraft): RoundDraft {
  const choices = draft.choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  return { ...draft, title: draft.title.trim(), choices };
}

/** Whether two drafts would be the same round. */
export function isSameDraft(one: RoundDraft, other: RoundDraft): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

function comparable(draft: RoundDraft): unknown {
  const { title, choices, seconds, points } = tidied(draft);
  return [title, choices, seconds, points?.on === true ? points.each : null];
}

/** Whether there is nothing in `draft` that it would be a pity to lose. */
export const isBlank = ({ title, choices }: RoundDraft): boolean =>
  title.trim() === '' && choices.every((choice) => choice.trim() === '');
