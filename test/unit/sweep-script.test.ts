import { describe, expect, it } from 'vitest';

import { protocol } from '../../lib/messages/protocol.ts';

describe('what may be asked for', () => {
  const { request } = protocol['sweep.start'];
  const id = '00000000-0000-4000-8000-000000000000';
  const chzzk = 'a'.repeat(32);
  const onTwitch = { id, target: { login: 'noisy', name: 'Noisy' } };
  const onChzzk = { id, target: { login: '이용자', name: '이용자', id: chzzk } };
  const fits = (wish: object): boolean => request.safeParse({ id, ...wish }).success;

  it('is what each platform has, about people or about messages, with all that it needs', () => {
    expect(fits({ channel: 'stage', kind: 'ban', items: [onTwitch] })).toBe(true);
    expect(fits({ channel: 'stage', kind: 'delete', items: [{ ...onTwitch, messageId: id }] })).toBe(true);
    expect(fits({ channel: chzzk, kind: 'bar', seconds: 86_400, items: [onChzzk] })).toBe(true);
    expect(
      fits({
        channel: chzzk,
        kind: 'blind',
        items: [{ ...onChzzk, messageId: `1769585095674:${chzzk}`, quote: 'x' }],
      }),
    ).toBe(true);
  });

  it.each([
    ['nobody', { channel: 'stage', kind: 'ban', items: [] }],
    [
      'more than the most',
      { channel: 'stage', kind: 'ban', items: Array.from({ length: 301 }, () => onTwitch) },
    ],
    ['all of the chat', { channel: 'stage', kind: 'delete', items: [onTwitch] }],
    ['what only the other platform has', { channel: 'stage', kind: 'bar', items: [onTwitch] }],
    ['what only Twitch has', { channel: chzzk, kind: 'ban', items: [onChzzk] }],
    ['what no sweep does', { channel: 'stage', kind: 'mod', items: [onTwitch] }],
    [
      'a message without its words',
      { channel: chzzk, kind: 'blind', items: [{ ...onChzzk, messageId: `1769585095674:${chzzk}` }] },
    ],
    [
      'somebody on CHZZK whom a name alone tells',
      { channel: chzzk, kind: 'quiet', items: [{ id, target: { login: 'x', name: 'x' } }] },
    ],
  ])('is never %s', (_what, wish) => {
    expect(fits(wish)).toBe(false);
  });
});
