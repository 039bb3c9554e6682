/**
 * The popup in every state in which it can be, in English: compared with how it looked before, and in every theme.
 */
import { describe, expect, it } from 'vitest';

import { inOtherThemes, popupGallery, popupStates, violations } from './gallery/popup-states.ts';

describe('the popup', () => {
  const popup = popupGallery();

  it.each(popupStates)(
    'looks as it did, also in high contrast, and breaks no accessibility rule in any theme: %s',
    async (name) => {
      const page = await popup.show(name);
      expect(await popup.difference(page, name)).toBeUndefined();
      expect(await violations(page)).toEqual([]);
      await inOtherThemes(page);
      expect(await popup.difference(page, `${name}-contrast`)).toBeUndefined();
    },
  );

  it('offers to allow the counting of a queue where nothing else was to press', async () => {
    const of = async (name: string): Promise<Record<string, { left: number; right: number }>> => {
      const page = await popup.show(name);
      const places = await page.$$eval('.ss-queue button', (buttons) =>
        buttons.map((button) => {
          const { left, right } = button.getBoundingClientRect();
          return [button.getAttribute('aria-label') ?? button.textContent, { left, right }] as const;
        }),
      );
      return Object.fromEntries(places);
    };
    const { Allow: allow, ...others } = await of('tab-queue-scope');
    expect(others).toEqual(await of('tab-moderated'));
    for (const { left } of Object.values(others)) expect(allow?.right).toBeLessThanOrEqual(left);
  });

  it('says so where its pictures are not compared', ({ skip }) => {
    if (popup.notCompared !== undefined) skip(`not compared: ${popup.notCompared}`);
  });
});
