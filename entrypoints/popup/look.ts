/** How the popup looked last: known before the first frame, which the extension's own storage is too slow for. */
import { wearIn } from '../../lib/options/appearance.ts';
import type { Appearance } from '../../lib/options/appearance.ts';

const remembered = 'popup.look';

/** Looks as last time. */
export function wearLast(): void {
  try {
    const look: unknown = JSON.parse(localStorage.getItem(remembered) ?? 'null');
    if (typeof look !== 'object' || look === null) return;
    // Our own words of last time; the settings, which come a moment later, have the last one.
    wearIn(document.documentElement, look as Appearance);
  } catch {
    // Then it looks as the browser says.
  }
}

/** Looks so from now on. */
export function wear(look: Appearance): void {
  wearIn(document.documentElement, look);
  localStorage.setItem(remembered, JSON.stringify(look));
}
