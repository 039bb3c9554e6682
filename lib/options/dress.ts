/** What a page of ours looks and speaks like. */
import type { Settings } from '../store/settings-table.ts';
import { appearanceOf, wearIn } from './appearance.ts';
import { speak } from './language.ts';

/** Makes the page look and speak as `next` says; `before` is what it said until now, if anything. */
export async function dress(next: Settings, before: Settings | undefined): Promise<void> {
  wearIn(document.documentElement, appearanceOf(next));
  if (next.language !== before?.language) await speak(next.language);
}
