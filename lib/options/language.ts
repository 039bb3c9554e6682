import { browserTexts } from '../browser-text.ts';
import { browser } from '../browser.ts';
import { catalogueTexts, type Catalogue } from '../catalogue-text.ts';
import type { Settings } from '../store/settings-table.ts';
import { speakFrom } from '../text.ts';

/** Lets the page speak `language`; a catalogue that cannot be loaded leaves the language as it is. */
export async function speak(language: Settings['language']): Promise<void> {
  if (language === 'auto') {
    speakFrom(browserTexts);
    document.documentElement.lang = browser.i18n.getUILanguage();
    return;
  }
  try {
    const answer = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
    // The extension's own file.
    speakFrom(catalogueTexts((await answer.json()) as Catalogue));
    document.documentElement.lang = language;
  } catch {
    // Old words are better than none.
  }
}
