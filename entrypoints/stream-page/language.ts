/** The tools speak as our pages do: in the language that the user chose, else in the browser's. */
import { catalogueTexts } from '../../lib/catalogue-text.ts';
import { call } from '../../lib/messages/call.ts';
import { follow } from '../../lib/messages/follow.ts';
import { speakAsBrowser } from '../../lib/options/language.ts';
import { speakFrom } from '../../lib/text.ts';

/** Speaks the chosen language from now on; what stands keeps its words. Never rejects. */
export async function speakAsChosen(): Promise<void> {
  try {
    const { chosen } = await call('settings.words', {});
    if (chosen) speakFrom(catalogueTexts(chosen.catalogue), chosen.language);
    else speakAsBrowser();
  } catch {
    // Old words are better than none.
  }
}

/** Goes on doing so when the user chooses another. */
export function followLanguage(signal: AbortSignal): void {
  const changed = ({ key }: { readonly key: string }): void => {
    if (key === 'language') void speakAsChosen();
  };
  follow('settings', changed, signal);
}
