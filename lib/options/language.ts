/** The language in which we speak to the user. */
import { browserTexts } from '../browser-text.ts';
import { browser } from '../browser.ts';
import { catalogueTexts, type Catalogue } from '../catalogue-text.ts';
import type { Settings } from '../store/settings-table.ts';
import { speakFrom } from '../text.ts';
import { tagFor } from './language-tag.ts';

/** Speaks `language` from now on, and says which that is (BCP 47). @throws when its catalogue cannot be read */
export async function speakIn(language: Settings['language']): Promise<string> {
  if (language === 'auto') return speakAsBrowser();
  speakFrom(catalogueTexts(await catalogueOf(language)), language);
  return language;
}

/** Speaks as the browser does from now on, and says which language that is (BCP 47). */
export function speakAsBrowser(): string {
  const tag = tagFor(browser.i18n.getUILanguage(), browserTexts('languageTag', []));
  speakFrom(browserTexts, tag);
  return tag;
}

/** The words of `language`, as they come with the extension. @throws when they cannot be read */
export async function catalogueOf(language: Exclude<Settings['language'], 'auto'>): Promise<Catalogue> {
  const answer = await fetch(browser.runtime.getURL(`/_locales/${language}/messages.json`));
  // The extension's own file.
  return (await answer.json()) as Catalogue;
}

/** Lets the page speak `language`; a catalogue that cannot be loaded leaves the language as it is. */
export async function speak(language: Settings['language']): Promise<void> {
  try {
    document.documentElement.lang = await speakIn(language);
  } catch {
    // Old words are better than none.
  }
}
