import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import { protectedAs } from '../../lib/pages/standing.ts';
import { readLine, readRecordedLine } from '../../lib/pages/twitch/line.ts';
import type { Facts, LineFacts } from '../../lib/pages/twitch/probe/wire.ts';

const known: LineFacts = {
  id: '0f2a1b3c-0000-4000-8000-000000000001',
  userId: '4711',
  login: 'bob',
  name: 'Bob',
  badges: { vip: '1' },
  text: 'hi there',
  at: 1_790_000_000_000,
};
const room = { channelId: '12', channelLogin: 'somewhere' };

function lineOf(inner: string, attributes = 'data-a-user="bob"'): Element {
  const { document } = parseHTML(
    `<html><body><div class="chat-line__message" ${attributes}>${inner}</div></body></html>`,
  );
  const line = document.querySelector('.chat-line__message');
  if (!line) throw new Error('no line');
  return line;
}

const name = (style = 'color: rgb(219, 74, 63);', login = 'bob', shown = 'Bob'): string =>
  `<span data-a-target="chat-message-username" data-a-user="${login}" style="${style}">${shown}</span>`;
const body = '<span data-a-target="chat-line-message-body">hi <img alt="Kappa"> you</span>';

const read = (line: Element, facts: Facts = {}) => readLine(line, 'somewhere', facts);

describe('a line that FrankerFaceZ draws, with a dead probe', () => {
  const badge = (set: string, version = '1', provider = 'twitch'): string =>
    `<span class="ffz-tooltip ffz-badge" data-tooltip-type="badge" data-provider="${provider}" data-badge="${set}" data-version="${version}" style=""></span>`;
  const line = (badges: string): Element =>
    lineOf(
      `<span class="chat-line__message--badges">${badges}</span><span class="chat-author__display-name">Bob</span><span class="message">hi</span>`,
      'data-room-id="12" data-room="somewhere" data-user-id="4711" data-user="bob"',
    );
  const standing = (badges: string) => {
    const message = read(line(badges));
    return message && protectedAs(message, ['me']);
  };

  it.each(['moderator', 'lead_moderator', 'staff', 'broadcaster'])('protects a %s', (set) => {
    expect(standing(badge('subscriber', '3016') + badge(set))).toBe(
      set === 'broadcaster' ? 'broadcaster' : 'moderator',
    );
  });

  it('tells whom it is about, and every badge with its version', () => {
    expect(read(line(badge('vip') + badge('subscriber', '3016')))?.author).toMatchObject({
      login: 'bob',
      id: '4711',
      badges: { vip: '1', subscriber: '3016' },
    });
  });

  it('protects nobody for a badge that anybody can have', () => {
    expect(standing(badge('moderator', '1', 'ffz') + badge('vip'))).toBeUndefined();
    expect(standing('')).toBeUndefined();
  });
});

describe('joining what a line shows with what the probe knows', () => {
  it('takes ids from the probe when it speaks of the chatter who is shown', () => {
    expect(read(lineOf(name() + body), { line: known, room })).toEqual({
      channel: { platform: 'twitch', login: 'somewhere', id: '12' },
      id: known.id,
      author: { login: 'bob', id: '4711', name: 'Bob', badges: { vip: '1' } },
      text: 'hi there',
      at: 1_790_000_000_000,
      deleted: false,
    });
  });

  it.each([
    ['another chatter', { ...known, login: 'mallory' }],
    ['no chatter at all', { ...known, login: undefined }],
  ])('believes no id that speaks of %s', (_who, facts) => {
    const message = read(lineOf(name() + body), { line: facts as LineFacts });
    expect(message).toMatchObject({ author: { login: 'bob', name: 'Bob' }, text: 'hi Kappa you' });
    expect(message).not.toHaveProperty('id');
    expect(message?.author).not.toHaveProperty('id');
  });

  it.each([
    ['the chatter', { ...known, login: 'mallory' }, ''],
    ['the chatter, who is only shown by name', { ...known, login: 'mallory' }, 'by name'],
    ['the chatter’s id', known, 'data-user-id="666"'],
    ['the message’s id', known, 'msg-id="0f2a1b3c-0000-4000-8000-000000000009"'],
  ])('believes no id where readers contradict each other about %s, and says so', (_what, facts, more) => {
    const isByName = more === 'by name';
    const line = isByName
      ? lineOf('<span class="chat-author__display-name">Bob</span>' + body, '')
      : lineOf(name() + body, `data-a-user="bob" ${more}`);
    const message = read(line, { line: facts, room });
    expect(message).toMatchObject({ author: { login: 'bob' }, doubt: 'contradicted' });
    expect(message).not.toHaveProperty('id');
    expect(message?.author).not.toHaveProperty('id');
  });

  it('has no doubt where readers agree, or only one of them says something', () => {
    const written = `data-a-user="bob" data-user-id="4711" msg-id="${known.id}"`;
    for (const [attributes, facts] of [
      [written, { line: known }],
      [written, {}],
      ['data-a-user="bob"', { line: known }],
      ['data-a-user="bob"', {}],
    ] as const)
      expect(read(lineOf(name() + body, attributes), facts)).not.toHaveProperty('doubt');
  });

  it('leaves out what nobody knows', () => {
    expect(read(lineOf(name('') + body))).toEqual({
      channel: { platform: 'twitch', login: 'somewhere' },
      author: { login: 'bob', name: 'Bob' },
      text: 'hi Kappa you',
      deleted: false,
    });
  });

  it('reads colour, /me, deletion and protecting badges from the DOM alone', () => {
    const picture = 'https://static-cdn.jtvnw.net/badges/v1/3267646d-33f0-4b17-b3df-f923a41db1d0/1';
    const line = lineOf(
      `<img class="chat-badge" alt="매니저" src="${picture}">${name()}` +
        '<span class="chat-line__message-body--italicized" data-a-target="chat-line-message-body">waves</span>' +
        '<span data-a-target="chat-deleted-message-placeholder">gone</span>',
    );
    expect(read(line)).toMatchObject({
      author: { color: '#db4a3f', badges: { moderator: '1' } },
      action: true,
      deleted: true,
    });
  });

  it('knows the login though the name is written otherwise', () => {
    expect(read(lineOf(name('', 'bob', '밥') + body))?.author).toEqual({ login: 'bob', name: '밥' });
    expect(read(lineOf('<span class="chat-author__display-name">밥</span>' + body, ''))).toBeUndefined();
  });

  it('reads FrankerFaceZ’s and 7TV’s lines', () => {
    expect(
      read(
        lineOf('<span class="message">hey</span>', 'data-user="bob" data-user-id="4711" data-room-id="12"'),
      ),
    ).toMatchObject({ author: { login: 'bob', id: '4711' }, text: 'hey' });
    expect(
      read(
        lineOf(
          '<span class="seventv-chat-user-username">Bob</span><span class="seventv-message-body">hey</span>',
          `msg-id="${known.id}"`,
        ),
      ),
    ).toMatchObject({ id: known.id, author: { login: 'bob', name: 'Bob' }, text: 'hey' });
  });

  it('takes a line of a recording for nobody’s when an answer may stand in it', () => {
    expect(readRecordedLine(lineOf(name() + body, ''), 'somewhere')?.author.login).toBe('bob');
    expect(readRecordedLine(lineOf(name() + body + name('', 'ann', 'Ann'), ''), 'somewhere')).toBeUndefined();
  });

  it('takes a message held by AutoMod for nobody’s', () => {
    const { document } = parseHTML(
      '<html><body><div class="chat-line__message chat-line__message--special" data-a-user="automod">x</div></body></html>',
    );
    expect(read(document.querySelector('div') as unknown as Element)).toBeUndefined();
  });

  it('names the source of a shared chat only when it is another channel', () => {
    const facts = (sourceRoomId: string): Facts => ({ line: { ...known, sourceRoomId }, room });
    expect(read(lineOf(name()), facts('77'))?.sourceChannelId).toBe('77');
    expect(read(lineOf(name()), facts('12'))).not.toHaveProperty('sourceChannelId');
  });

  it('says in which chat the line stands, whatever the address says', () => {
    const elsewhere = { channelId: '13', channelLogin: 'elsewhere' };
    expect(read(lineOf(name()), { line: known, room: elsewhere })?.channel.login).toBe('elsewhere');
  });
});
