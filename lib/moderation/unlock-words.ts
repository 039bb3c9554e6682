/** What a button says that goes on after something failed. Pure. */
import type { TextKey } from '../text.ts';
import type { Unlock } from './unlock.ts';

/** The words for giving what is missing on the platform's page; for trying again where nothing is. */
export function unlockWords(unlock: Unlock | undefined): TextKey {
  if (unlock === undefined) return 'retry';
  return unlock === 'sign-in' ? 'accountSignInAgain' : 'allowAndContinue';
}
