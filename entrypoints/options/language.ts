import { browserTexts } from '../../lib/browser-text.ts';
import { browser } from '../../lib/browser.ts';
import { catalogueTexts, type Catalogue } from '../../lib/catalogue-text.ts';
import type { Settings } from '../../lib/store/settings-table.ts';
import { speakFrom } from '../../lib/text.ts';

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
