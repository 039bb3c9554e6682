import { describe, expect, it } from 'vitest';

import { Happenings } from '../../lib/chat/happenings.ts';
import type { ChatMessage, Paid } from '../../lib/chat/message.ts';
import type { ChatNews } from '../../lib/chat/news.ts';

const now = 1_769_585_200_000;
const at = now - 5_000;

const message = (id: string, name: string, text: string, more: Partial<ChatMessage> = {}): ChatMessage => ({
  channel: { platform: 'chzzk', login: 'c' },
  id: `${more.at ?? at}:${id}`,
  author: { login: name, name, id },
  text,
  at,
  deleted: false,
  ...more,
});
const said = (...parts: Parameters<typeof message>): ChatNews => ({
  what: 'message',
  message: message(...parts),
});
const paid = (id: string, name: string, how: Paid, when = at): ChatNews => {
  const { channel, author, text, deleted } = message(id, name, 'thanks');
  return { what: 'message', message: { channel, author, text, deleted, at: when, paid: how } };
};
const begin = () => {
  const happenings = new Happenings(() => now);
  return { happenings, hear: (...news: ChatNews[]) => happenings.tell(news, false) };
};

describe('what happened in a chat', () => {
  it('is known of whoever gave something, once, however often it is told', () => {
    const { happenings, hear } = begin();
    const given = paid('a1', 'kim', { for: 'donation', amount: 1_000 });
    hear(given, said('a1', 'kim', 'hi'));
    happenings.tell([given], true);
    expect(happenings.about('a1')).toEqual([
      {
        what: 'paid',
        at,
        about: { id: 'a1', name: 'kim' },
        paid: { for: 'donation', amount: 1_000 },
        text: 'thanks',
      },
    ]);
    expect(happenings.about('a2')).toEqual([]);
  });

  it('stands in the order in which it happened, whatever comes late', () => {
    const { happenings, hear } = begin();
    hear(paid('a1', 'kim', { for: 'donation' }), paid('a1', 'kim', { for: 'subscription' }, at - 9_000));
    expect(happenings.all.map((one) => one.at)).toEqual([at - 9_000, at]);
  });

  it('knows of a message whether it is hidden, whose it was, what it said and who did it', () => {
    const { happenings, hear } = begin();
    const id = `${at}:a1`;
    hear(said('a1', 'kim', 'buy now'), said('m1', 'mod', 'hello', { at: at + 1 }));
    expect(happenings.hiding(id)).toBeUndefined();
    hear({ what: 'hidden', id, author: 'a1', by: { id: 'm1' } });
    expect(happenings.hiding(id)).toEqual({ isHidden: true, by: { id: 'm1', name: 'mod' } });
    hear({ what: 'hidden', id, author: 'a1', by: { id: 'm1' } });
    expect(happenings.about('a1')).toEqual([
      {
        what: 'hidden',
        id,
        at: now,
        about: { id: 'a1', name: 'kim' },
        by: { id: 'm1', name: 'mod' },
        text: 'buy now',
      },
    ]);
    hear({ what: 'shown', id, author: 'a1' });
    expect(happenings.hiding(id)).toEqual({ isHidden: false });
    expect(happenings.about('a1').map(({ what }) => what)).toEqual(['hidden', 'shown']);
  });

  it('knows what was hidden before we came, and not by whom', () => {
    const { happenings } = begin();
    happenings.tell([said('a1', 'kim', '', { deleted: true })], true);
    expect(happenings.hiding(`${at}:a1`)).toEqual({ isHidden: true });
    expect(happenings.all).toEqual([]);
  });

  it('takes a name for somebody only where one person has it', () => {
    const { happenings, hear } = begin();
    const notice: ChatNews = {
      what: 'notice',
      text: 'kim was restricted',
      about: { name: 'kim' },
      at,
      for: [],
    };
    hear(notice);
    expect(happenings.about('a1')).toEqual([]);
    hear(said('a1', 'kim', 'hi'));
    expect(happenings.about('a1')).toMatchObject([{ what: 'notice', text: 'kim was restricted' }]);
    hear(said('a2', 'kim', 'I am another', { at: at + 1 }));
    expect(happenings.about('a1')).toEqual([]);
  });

  it('keeps what is pinned right, and says when that changed', () => {
    const { happenings, hear } = begin();
    const first = { what: 'pinned', message: message('a1', 'kim', 'rules'), by: { name: 'mod' } } as const;
    happenings.tell([first], true);
    expect(happenings.pinned).toEqual({ message: first.message, by: { name: 'mod' } });
    expect(happenings.all).toEqual([]);
    hear(first);
    expect(happenings.all).toEqual([]);
    hear(
      { what: 'pinned', message: message('a2', 'lee', 'new rules', { at: at + 1 }) },
      { what: 'unpinned' },
    );
    expect(happenings.pinned).toBeUndefined();
    hear({ what: 'unpinned' });
    expect(happenings.all.map(({ what }) => what)).toEqual(['pinned', 'unpinned']);
  });

  it('knows that what somebody pinned was taken down since, or replaced', () => {
    const { happenings, hear } = begin();
    const pin = (id: string, when: number): ChatNews => ({
      what: 'pinned',
      message: message(id, 'kim', 'rules', { at: when }),
    });
    happenings.tell([pin('a1', at)], true);
    // Of what hung there before nobody knows when it changed.
    expect(happenings.isUnpinned(`${at}:a2`, 0)).toBe(false);
    hear(pin('a2', at + 1));
    expect(happenings.isUnpinned(`${at + 1}:a2`, now - 1)).toBe(false);
    expect(happenings.isUnpinned(`${at}:a1`, now - 1)).toBe(true);
    // It was pinned again after that, of which we have not heard yet.
    expect(happenings.isUnpinned(`${at}:a1`, now + 1)).toBe(false);
    hear({ what: 'unpinned' });
    expect(happenings.isUnpinned(`${at + 1}:a2`, now - 1)).toBe(true);
  });

  it('says when the chat was set otherwise', () => {
    const { happenings } = begin();
    happenings.turn({ who: 'everybody' });
    happenings.turn({ who: 'everybody' });
    expect(happenings.all).toEqual([]);
    happenings.turn({ who: 'followers', followedMinutes: 10 });
    expect(happenings.mode).toEqual({ who: 'followers', followedMinutes: 10 });
    expect(happenings.all).toEqual([
      { what: 'mode', at: now, mode: { who: 'followers', followedMinutes: 10 } },
    ]);
  });

  it('begins anew with the chat of the next broadcast, and knows the lines that still stand', () => {
    const { happenings, hear } = begin();
    happenings.enter('N1');
    happenings.turn({ who: 'everybody' });
    const id = `${at}:a1`;
    hear(
      said('a1', 'kim', 'hi'),
      paid('a1', 'kim', { for: 'donation' }),
      { what: 'hidden', id, author: 'a1' },
      { what: 'pinned', message: message('a2', 'lee', 'rules') },
    );
    happenings.enter('N1');
    expect(happenings.about('a1')).toHaveLength(2);
    happenings.enter('N2');
    happenings.turn({ who: 'managers' });
    expect(happenings.all).toEqual([]);
    expect(happenings.pinned).toBeUndefined();
    expect(happenings.mode).toEqual({ who: 'managers' });
    expect(happenings.hiding(id)).toEqual({ isHidden: true });
    hear(paid('a1', 'kim', { for: 'subscription' }, at + 1));
    expect(happenings.about('a1')).toMatchObject([{ paid: { for: 'subscription' } }]);
  });

  it('forgets the oldest', () => {
    const { happenings, hear } = begin();
    for (let number = 0; number < 400; number += 1)
      hear(paid('a1', 'kim', { for: 'donation', amount: number }, at + number));
    expect(happenings.all).toHaveLength(300);
    expect(happenings.all.at(-1)).toMatchObject({ paid: { amount: 399 } });
  });
});
