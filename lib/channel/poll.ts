/** A poll of the user's own channel. */
import type { Round, RoundDraft } from './round.ts';

/** One answer, and how often it was given. */
export interface PollChoice {
  readonly id: string;
  readonly title: string;
  /** All votes. */
  readonly votes: number;
  /** Those of them that were paid for with channel points. */
  readonly pointsVotes: number;
}

/** A poll. Times are Unix epoch milliseconds. */
export interface Poll extends Round {
  readonly choices: readonly PollChoice[];
  readonly seconds: number;
  /** Channel points for each vote beyond the first; 0 where there are none to buy. */
  readonly pointsPerVote: number;
  /** Its result may be shown; false for one that was archived or taken down. */
  readonly shown: boolean;
  readonly endedAt?: number;
}

/** How a poll is ended early: its result stays in chat, or is put away. */
export type PollEnding = 'show' | 'archive';

/** When a running poll ends by itself. */
export const pollEndsAt = ({ startedAt, seconds }: Poll): number => startedAt + seconds * 1000;

/** All votes. */
export const votesOf = ({ choices }: Poll): number => choices.reduce((sum, { votes }) => sum + votes, 0);

/** The choices with the most votes; several when they are even, none when nobody has voted. */
export function leadersOf<C extends { readonly votes: number }>(choices: readonly C[]): readonly C[] {
  const most = Math.max(0, ...choices.map(({ votes }) => votes));
  return most === 0 ? [] : choices.filter(({ votes }) => votes === most);
}

/** `part` of `whole` in whole percent; 0 of nothing is 0. */
export const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100);

/** A draft that asks the same again. */
export function draftOfPoll({ title, choices, seconds, pointsPerVote }: Poll): RoundDraft {
  return {
    title,
    choices: choices.map((choice) => choice.title),
    seconds,
    points: { on: pointsPerVote > 0, each: pointsPerVote || 100 },
  };
}
