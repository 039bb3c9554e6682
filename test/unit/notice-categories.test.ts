import { beforeEach, describe, expect, it, vi } from 'vitest';

import { categoriesOf, type CategoryActions, saveCategories } from '../../lib/options/notice-categories.ts';
import { defaultSettings, type SettingKey, type Settings } from '../../lib/store/settings-table.ts';

describe('the categories of notifications', () => {
  const permitNotifications = vi.fn<CategoryActions['permitNotifications']>();
  let written: Partial<Record<SettingKey, unknown>>;

  const save = (words: string, change: Partial<Settings> = {}): Promise<boolean> =>
    saveCategories(
      words,
      { ...defaultSettings, ...change },
      { permitNotifications, write: (key, value) => void (written[key] = value) },
    );

  beforeEach(() => {
    written = {};
    permitNotifications.mockReset().mockResolvedValue(true);
  });

  it('are what stands between commas, each once', () => {
    expect(categoriesOf(' Chess, ,Art,chess ,')).toEqual(['chess', 'Art']);
    expect(categoriesOf('x'.repeat(101))).toEqual(['x'.repeat(100)]);
    expect(categoriesOf(Array.from({ length: 101 }, (_, index) => `c${index}`).join())).toHaveLength(100);
  });

  it('need nothing but to be typed: the browser is asked in the same press, and somebody is told of', async () => {
    const saved = save('Chess');
    expect(permitNotifications).toHaveBeenCalledOnce();
    expect(await saved).toBe(true);
    expect(written).toEqual({ 'notifications.categories': ['Chess'], 'notifications.of': 'chosen' });
  });

  it('leave whom else the user wants to hear of', async () => {
    await save('Chess', { 'notifications.of': 'everybody' });
    expect(written).toEqual({ 'notifications.categories': ['Chess'] });
  });

  it('are not saved where the browser may not tell', async () => {
    permitNotifications.mockResolvedValue(false);
    expect(await save('Chess')).toBe(false);
    expect(written).toEqual({});
  });

  it('are taken away without a question', async () => {
    const both: Partial<Settings> = { 'notifications.categories': ['Chess', 'Art'] };
    expect(await save('Art', { ...both, 'notifications.of': 'chosen' })).toBe(true);
    expect(await save('', both)).toBe(true);
    expect(permitNotifications).not.toHaveBeenCalled();
    expect(written).toEqual({ 'notifications.categories': [] });
  });
});
