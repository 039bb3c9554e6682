/**
 * The popup in every state in which it can be, in Korean and in the dark: compared with how it looked before. In a file of
 * its own, so that the two languages are looked at side by side.
 */
import { describe, expect, it } from 'vitest';

import { inOtherThemes, popupGallery, popupStates, violations } from './gallery/popup-states.ts';

describe('the popup in Korean', () => {
  const popup = popupGallery();

  it.each(popupStates)(
    'looks as it did in the dark, and breaks no accessibility rule in forced colours: %s',
    async (name) => {
      const page = await popup.show(name, 'dark', 'ko');
      expect(await popup.difference(page, `${name}-ko`)).toBeUndefined();
      await inOtherThemes(page);
      // The browser's own colours take the place of ours, those of a theme included.
      await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
      await popup.gallery.pretend(page, { 'forced-colors': 'active' });
      expect(await violations(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    },
  );
});
