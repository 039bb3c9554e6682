import { describe, expect, it } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { isNobody, protectedAs } from '../../lib/pages/standing.ts';

const me = 'a'.repeat(32);
const somebody = 'b'.repeat(32);
const house = 'c'.repeat(32);

const onChzzk = (author: ChatMessage['author']): ChatMessage => ({
  channel: { platform: 'chzzk', login: house },
  author,
  text: '안녕하세요',
  deleted: false,
});

const onTwitch = (login: string): ChatMessage => ({
  channel: { platform: 'twitch', login: 'mainstage' },
  author: { login, name: login },
  text: 'hello',
  deleted: false,
});

describe('who is protected in the page', () => {
  it('is oneself by one’s id on CHZZK, where anybody may bear one’s name', () => {
    expect(protectedAs(onChzzk({ login: '달밤', name: '달밤', id: me }), [me])).toBe('self');
    expect(
      protectedAs(onChzzk({ login: '달밤', name: '달밤', id: somebody }), [me, undefined]),
    ).toBeUndefined();
  });

  it('is the broadcaster by their id there', () => {
    expect(protectedAs(onChzzk({ login: '방송인', name: '방송인', id: house }), [me])).toBe('broadcaster');
  });

  it('is oneself and the broadcaster by their logins on Twitch', () => {
    expect(protectedAs(onTwitch('stagehand'), ['stagehand'])).toBe('self');
    expect(protectedAs(onTwitch('mainstage'), ['stagehand'])).toBe('broadcaster');
    expect(protectedAs(onTwitch('heckler'), ['stagehand'])).toBeUndefined();
  });
});

describe('nobody', () => {
  it('is whoever has no id on CHZZK, and never anybody on Twitch', () => {
    expect(isNobody(onChzzk({ login: '달밤', name: '달밤' }))).toBe(true);
    expect(isNobody(onChzzk({ login: '달밤', name: '달밤', id: me }))).toBe(false);
    expect(isNobody(onTwitch('heckler'))).toBe(false);
  });
});
