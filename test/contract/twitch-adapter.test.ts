/**
 * The adapter against Twitch's own markup, captured over seven years: what it finds, and what it says it cannot find.
 * The captures stand beside the checkout and are no part of it.
 */
import { existsSync, readFileSync } from 'node:fs';

import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { anySelector, findAnchor } from '../../lib/pages/twitch/anchors.ts';
import { anchorsIn as anchorsOf, lossesOf } from '../../lib/pages/health.ts';
import { readLine, readRecordedLine } from '../../lib/pages/twitch/line.ts';
import { twitchSite } from '../../lib/pages/twitch/site.ts';

const anchorsIn = (page: Document) => anchorsOf(page, twitchSite);

const fixtures = new URL('../../../shared/pages/fixtures/', import.meta.url);

function pageOf(name: string): Document {
  const markup = readFileSync(new URL(name, fixtures), 'utf8');
  return parseHTML(`<html><body>${markup}</body></html>`).document;
}

/** What the adapter reads in each line of the page, without the probe. */
function messagesIn(page: Document): (ChatMessage | undefined)[] {
  return [...page.querySelectorAll(anySelector.line)].map((line) => readLine(line, 'somewhere', {}));
}

const brief = (message: ChatMessage | undefined) =>
  message && { login: message.author.login, name: message.author.name, text: message.text };

const lost = (page: Document): string[] =>
  Object.entries(anchorsIn(page))
    .filter(([, by]) => by < 0)
    .map(([name]) => name);

if (!existsSync(fixtures))
  console.warn('Skipped: the captures of Twitch’s markup are not beside this checkout.');

describe.skipIf(!existsSync(fixtures))('the adapter on captured markup', () => {
  it('reads the popout of October 2026', () => {
    const page = pageOf('native-popout-2026-10-09.html');
    expect(messagesIn(page)).toEqual([
      {
        channel: { platform: 'twitch', login: 'somewhere' },
        author: { login: 'crest_glass', name: 'Crest_Glass', color: '#db4a3f' },
        text: 'banjo',
        deleted: false,
      },
      {
        channel: { platform: 'twitch', login: 'somewhere' },
        author: { login: 'plainviewer', name: 'plainviewer', color: '#319a24' },
        text: 'banjo',
        deleted: false,
      },
    ]);
    expect(findAnchor(page, 'container')?.children).toHaveLength(3);
    // A fragment: what stands around the container, and what its two lines do not show.
    expect(lost(page)).toEqual([
      'room',
      'scroller',
      'recordedLine',
      'heldLine',
      'emote',
      'mention',
      'link',
      'namedBadge',
      'deleted',
      'action',
      'highlighted',
      'announcement',
      'dark',
      'light',
    ]);
  });

  it('reads the whole popout page of September 2024', () => {
    const page = pageOf('popout-page-2024-09.html');
    const messages = messagesIn(page);
    expect(messages).toHaveLength(4);
    expect(messages.map((message) => message?.author.login)).toEqual(
      [...page.querySelectorAll('.chat-line__message')].map((line) => line.getAttribute('data-a-user')),
    );
    for (const message of messages) expect(message?.text).not.toBe('');
    const parts = messages.flatMap((message) => message?.parts ?? []);
    expect(parts.filter(({ kind }) => kind === 'emote')).toEqual([
      { kind: 'emote', text: 'VoHiYo', id: '81274' },
      { kind: 'emote', text: 'NotLikeThis', id: '58765' },
      { kind: 'emote', text: 'HungryPaimon', id: 'emotesv2_535e40afa0b34a9481997627b1b47d96' },
    ]);
    expect(findAnchor(page, 'room')?.tagName).toBe('SECTION');
    expect(findAnchor(page, 'container')?.getAttribute('role')).toBe('log');
    const line = page.querySelector(anySelector.line);
    expect(line?.closest(anySelector.scroller)?.className).toBe('simplebar-scroll-content');
    expect(lost(page)).toEqual([
      'recordedLine',
      'heldLine',
      'mention',
      'link',
      'namedBadge',
      'deleted',
      'action',
      'highlighted',
      'announcement',
      'light',
    ]);
    for (const [name, by] of Object.entries(anchorsIn(page)))
      if (by >= 0 && !['container', 'dark'].includes(name)) expect(by, name).toBe(0);
  });

  it('reads lines of 2023', () => {
    expect(messagesIn(pageOf('chat-line-with-reply-icon-2023.html')).map(brief)).toEqual([
      { login: 'thewolvenmage', name: 'TheWolvenMage', text: 'Hottest temp you ever experienced?' },
    ]);
  });

  it('reads lines of 2019, which had no body element and no login of their own', () => {
    const [message, ...others] = messagesIn(pageOf('chat-line-2019.html'));
    expect(others).toEqual([]);
    expect(brief(message)).toEqual({ login: 'wuyikoei', name: 'wuyikoei', text: '草，boss是黑百合么' });
    expect(message?.author.badges).toEqual({ broadcaster: '1' });
  });

  it('reads a recording’s chat, without the id of anything', () => {
    const markup = readFileSync(new URL('vod-chat-line-2021.html', fixtures), 'utf8');
    // The capture begins below what its head calls its parents.
    const page = parseHTML(
      `<html><body><div class="video-chat"><div class="video-chat__message-list-wrapper">${markup}</div></div></body></html>`,
    ).document;
    const lines = [...page.querySelectorAll(anySelector.line)];
    expect(lines.map((line) => line.matches(anySelector.recordedLine))).toEqual([true]);
    expect(lines.map((line) => readRecordedLine(line, 'somewhere'))).toEqual([
      {
        channel: { platform: 'twitch', login: 'somewhere' },
        author: { login: 'someviewer', name: 'someviewer', color: '#007b00' },
        text: 'hello from the past',
        deleted: false,
      },
    ]);
    expect(findAnchor(page, 'container')?.tagName).toBe('UL');
    expect(lines[0]?.closest(anySelector.container)).toBe(findAnchor(page, 'container'));
    // What scrolls there no capture shows, so that this chat is not held still.
    expect(lost(page)).toEqual(expect.arrayContaining(['room', 'scroller']));
    expect(lossesOf(twitchSite, { anchors: anchorsIn(page) })).toEqual([]);
  });

  it('does not take a reply’s parent for what was said', () => {
    const markup = readFileSync(new URL('reply-lines.html', fixtures), 'utf8');
    const { document } = parseHTML(
      `<html><body><div class="chat-line__message" data-a-user="bob">${markup}` +
        '<span data-a-target="chat-line-message-body"><span class="text-fragment">my answer</span></span></div></body></html>',
    );
    expect(messagesIn(document).map((message) => message?.text)).toEqual(['my answer']);
  });

  it('reads the variants', () => {
    const page = pageOf('line-variants.html');
    const messages = messagesIn(page);
    expect(messages.map((message) => message?.author.login)).toEqual(['a', 'resubber', 'modname', undefined]);
    expect(messages[0]).toMatchObject({ author: { name: '표시이름' }, text: 'waves', action: true });
    expect(messages[2]).toMatchObject({ announcement: true });
    for (const message of [messages[0], messages[1]]) expect(message).not.toHaveProperty('announcement');
    expect(lost(page)).toEqual(
      expect.not.arrayContaining(['deleted', 'action', 'heldLine', 'body', 'bodyPart']),
    );
  });

  it('tells mentions, links and emotes from words', () => {
    const shown = readFileSync(new URL('line-variants.html', fixtures), 'utf8')
      .split('\n')
      .find((row) => row.startsWith('<span') && row.includes('link-fragment'));
    const { document } = parseHTML(
      `<html><body><div class="chat-line__message" data-a-user="bob">${shown ?? ''}</div></body></html>`,
    );
    const [message] = messagesIn(document);
    expect(message?.parts?.slice(0, 4)).toEqual([
      { kind: 'mention', text: '@bob' },
      { kind: 'mention', text: '@viewer_is_me' },
      { kind: 'link', text: 'example.com', href: 'https://example.com' },
      { kind: 'emote', text: 'Kappa', id: '25' },
    ]);
    expect(message?.parts?.map(({ text }) => text).join('')).toBe(message?.text);
  });

  it('sees a highlighted message', () => {
    const shown = readFileSync(new URL('line-variants.html', fixtures), 'utf8')
      .split('\n')
      .find((row) => row.startsWith('<span') && row.includes('body--highlighted'));
    const { document } = parseHTML(
      `<html><body><div class="chat-line__message" data-a-user="bob">${shown ?? ''}</div></body></html>`,
    );
    expect(messagesIn(document)).toMatchObject([{ text: 'look at me', highlighted: true }]);
  });

  it.each([
    ['a notice in its place', 'chat-deleted-message-placeholder'],
    ['struck out', 'chat-line__message--deleted-detailed'],
    ['a link to it', 'chat-line__message--deleted"'],
  ])('sees a deleted message: %s', (_how, mark) => {
    const shown = readFileSync(new URL('line-variants.html', fixtures), 'utf8')
      .split('\n')
      .find((row) => row.startsWith('<span') && row.includes(mark));
    const { document } = parseHTML(
      `<html><body><div class="chat-line__message" data-a-user="bob">${shown ?? ''}</div></body></html>`,
    );
    expect(messagesIn(document)[0]?.deleted).toBe(true);
  });

  it('reads the moderator’s message list in the viewer card', () => {
    const page = pageOf('viewer-card.html');
    for (const message of messagesIn(page)) expect(message?.author.login).toMatch(/^[a-z0-9_]+$/);
  });
});
