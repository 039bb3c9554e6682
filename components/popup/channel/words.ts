/** The words in which polls and predictions differ. */
import type { TextKey } from '../../../lib/text.ts';

/** Which of the two. */
export type RoundKind = 'poll' | 'prediction';

/** Keys of texts. */
export interface RoundWords {
  readonly title: TextKey;
  readonly choices: TextKey;
  /** `$1`: its number. */
  readonly choice: TextKey;
  /** `$1`: how many there must be. */
  readonly choiceEmpty: TextKey;
  readonly addChoice: TextKey;
  readonly seconds: TextKey;
  readonly secondsRange: TextKey;
  readonly start: TextKey;
  readonly notEligible: TextKey;
  readonly loading: TextKey;
}

/** See the file's head. */
export const roundWords: Readonly<Record<RoundKind, RoundWords>> = {
  poll: {
    title: 'poll',
    choices: 'pollChoices',
    choice: 'pollChoice',
    choiceEmpty: 'pollChoiceEmpty',
    addChoice: 'pollAddChoice',
    seconds: 'pollSeconds',
    secondsRange: 'pollSecondsRange',
    start: 'pollStart',
    notEligible: 'pollNotEligible',
    loading: 'pollLoading',
  },
  prediction: {
    title: 'prediction',
    choices: 'predictionOutcomes',
    choice: 'predictionOutcome',
    choiceEmpty: 'predictionOutcomeEmpty',
    addChoice: 'predictionAddOutcome',
    seconds: 'predictionSeconds',
    secondsRange: 'predictionSecondsRange',
    start: 'predictionStart',
    notEligible: 'predictionNotEligible',
    loading: 'predictionLoading',
  },
};
