import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';

import { type Catalogue, catalogueTexts } from '../../lib/catalogue-text.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import { rowOf } from '../../lib/messages/protocol.ts';
import { speakFrom, spoken, text } from '../../lib/text.ts';

const catalogue = (language: string): Catalogue =>
  JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')) as Catalogue;

afterEach(() => speakFrom((key) => key));

describe('texts', () => {
  it('have their numbers in the language of the words, not in that of the machine', () => {
    const texts = catalogueTexts({ apiReachOf: { message: 'of $1' } });
    speakFrom(texts, 'de');
    expect([text('apiReachOf', 12_345), spoken()]).toEqual(['of 12.345', 'de']);
    speakFrom(texts, 'en');
    expect(text('apiReachOf', 12_345)).toBe('of 12,345');
  });

  it('are their keys where nobody knows them', () => {
    speakFrom(catalogueTexts({}), 'en');
    expect(text('apiReachOf', 1)).toBe('apiReachOf');
  });

  it.each(['en', 'ko'])('of %s reach the tools in the page whole, and speak there', (language) => {
    const chosen = { language, catalogue: catalogue(language) };
    const told = rowOf('settings.words')?.result.parse({ chosen }) as { chosen: typeof chosen };
    expect(told.chosen.catalogue).toEqual(chosen.catalogue);
    speakFrom(catalogueTexts(told.chosen.catalogue), told.chosen.language);
    expect(text('languageTag')).toBe(language);
  });

  it.each([
    { code: 'platform-refused', status: 404, message: '요청한 내용을 찾을 수 없습니다.' },
    { code: 'platform-down', status: 503 },
    { code: 'rate-limited', retryAfterMs: 60_000 },
    { code: 'timeout' },
    { code: 'upstream-changed', path: 'content.data' },
    { code: 'outcome-unknown' },
    { code: 'chzzk-no-role' },
    { code: 'chzzk-no-chat' },
    { code: 'offline' },
  ] as const)('of a failure of CHZZK’s blame nobody else: %o', (failure) => {
    speakFrom(catalogueTexts(catalogue('en')), 'en');
    const { title, hint } = describeFailure(failure, 'chzzk');
    expect(`${title} ${hint}`).not.toMatch(/Twitch|\$\d/);
    if ('message' in failure) expect(hint).toBe(`CHZZK says: “${failure.message}”`);
    expect(title).not.toBe('');
  });
});
