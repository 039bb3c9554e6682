import { beforeEach, describe, expect, it, vi } from 'vitest';

import { browserTexts } from '../../lib/browser-text.ts';

const messages: Readonly<Record<string, string>> = {
  menu: 'Actions for $1',
  of: '$2 of $1',
  plain: 'Refresh',
};

const { getMessage } = vi.hoisted(() => ({ getMessage: vi.fn<(key: string, words: string[]) => string>() }));
vi.mock('../../lib/browser.ts', () => ({ browser: { i18n: { getMessage } } }));

describe('the browser’s texts', () => {
  beforeEach(() => {
    getMessage.mockImplementation((key, words) =>
      (messages[key] ?? '').replace(/\$([1-9])/g, (_all, place) => words[Number(place) - 1] ?? ''),
    );
  });

  it('are filled in, in any order, and with nothing where a word is missing', () => {
    expect(browserTexts('menu', ['Ann'])).toBe('Actions for Ann');
    expect(browserTexts('of', ['2,000', '1'])).toBe('1 of 2,000');
    expect(browserTexts('of', ['2,000'])).toBe(' of 2,000');
    expect(browserTexts('menu', ['$1 & $&'])).toBe('Actions for $1 & $&');
    expect(browserTexts('nowhere', [])).toBe('');
  });

  it('are asked for once each, however many rows say them', () => {
    for (const name of ['Ann', 'Bob', 'Cleo']) browserTexts('plain', [name]);
    expect(getMessage.mock.calls.filter(([key]) => key === 'plain')).toHaveLength(1);
  });
});
