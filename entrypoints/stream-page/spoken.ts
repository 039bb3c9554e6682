/** The words of the tools, asked for once in the life of a page. */
import { speakAsBrowser } from '../../lib/options/language.ts';
import { followLanguage, speakAsChosen } from './language.ts';
import type { Life } from './life.ts';

let speaking: Promise<void> | undefined;

/** Resolves when what is drawn speaks the user's language. */
export function spoken(life: Life): Promise<void> {
  if (!speaking) {
    speakAsBrowser();
    followLanguage(life.signal);
    speaking = speakAsChosen();
  }
  return speaking;
}
