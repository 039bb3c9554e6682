/**
 * Holds the stage's page to captures of Twitch's: same landmarks, attributes and nesting. Class names that change with
 * every build, pictures' addresses and the drawing inside icons are left out of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import type { FeedEvent, FeedLine, FeedNotice, FeedUser, PageStart, Still } from '../stage/page/feed.ts';
import { defaultOptions } from '../stage/page/options.ts';

const captures = fileURLToPath(new URL('../../../shared/pages/fixtures/', import.meta.url));
const held = existsSync(captures);

// The page is React's and this program reads JSX as Preact's, so it is taken in by its address.
const { still } = (await import(new URL('../stage/page/still.tsx', import.meta.url).href)) as {
  still: Still;
};

const container = '[data-test-selector="chat-scrollable-area__message-container"]';

const user = (login: string, name = login, color = '#FF0000'): FeedUser => ({
  id: `9${login.length}`,
  login,
  name,
  color,
});

const line = (from: FeedUser, text: string, more: Partial<FeedLine> = {}): FeedEvent => ({
  type: 'line',
  line: { id: `${from.login}-${text}`, at: 0, user: from, badges: {}, text, ...more },
});

const notice = (from: FeedUser, more: Partial<FeedNotice>): FeedEvent => ({
  type: 'notice',
  notice: { id: 'notice', at: 0, kind: 'resub', user: from, badges: {}, system: '', text: '', ...more },
});

describe.skipIf(!held)(
  'the stage beside the captures of ../shared/pages/fixtures (skipped where they are missing)',
  () => {
    describe('lines as of 2026-10-09', () => {
      const capture = held ? one(read('native-popout-2026-10-09.html'), container) : undefined;
      const ours = one(
        still.chat(
          [
            line(user('crest_glass', 'Crest_Glass', '#DB4A3F'), 'banjo', { badges: { subtember: '2026' } }),
            line(user('plainviewer', 'plainviewer', '#319A24'), 'banjo'),
          ],
          {
            badges: {
              'subtember/2026': {
                title: 'SUBtember 2026',
                images: ['data:image/gif;base64,R0lGODlhAQABAAAAACw='],
              },
            },
          },
        ),
        container,
      );

      it('stand in the same container', () => {
        expect(bare(ours)).toEqual(bare(capture));
      });

      it('greet in the same line', () => {
        expect(shape(entryWith(ours, '.chat-line__status'))).toEqual(
          shape(entryWith(capture, '.chat-line__status')),
        );
      });

      it.each(['crest_glass', 'plainviewer'])('are the same to the last attribute: %s', (login) => {
        const at = `.chat-line__message[data-a-user="${login}"]`;
        expect(shape(entryWith(ours, at))).toEqual(shape(entryWith(capture, at)));
      });
    });

    describe('the popout as of September 2024', () => {
      const options = { markup: '2024' } as const;
      const capture = held ? one(read('popout-page-2024-09.html'), '.stream-chat') : undefined;
      const maywz = user('maywz', 'mayWz', '#B454FF');
      const philos = user('philos006');
      const ours = one(
        still.chat(
          [
            line(philos, '123'),
            line(maywz, '1123', { badges: { broadcaster: '1', premium: '1' } }),
            line(philos, 'VoHiYo NotLikeThis'),
          ],
          { options, viewer: maywz },
        ),
        '.stream-chat',
      );

      it('has the same frame around its lines', () => {
        expect(shape(emptied(ours))).toEqual(shape(emptied(capture)));
      });

      it.each([0, 1, 2])('has the same line %i', (at) => {
        // The author of this capture left every tabindex out.
        expect(shape(lines(ours)[at], ['tabindex'])).toEqual(shape(lines(capture)[at], ['tabindex']));
      });
    });

    it('has the same comment beside a recording as of 2021', () => {
      const said = { ...user('someviewer'), color: 'rgb(0,123,0)' };
      const ours = one(
        still.replay([{ id: '1', at: 0, user: said, badges: {}, text: 'hello from the past' }]),
        '.video-chat .video-chat__message-list-wrapper > ul',
      );
      expect(shape(ours)).toEqual(shape(one(read('vod-chat-line-2021.html'), 'ul')));
    });

    describe('variants of the line', () => {
      const fixture = held ? page(read('line-variants.html')) : undefined;
      const find = (selector: string): Element | undefined => fixture?.querySelector(selector) ?? undefined;
      const viewer = user('viewer_is_me');

      it('draws /me with time and both names', () => {
        const ours = one(
          still.chat([line(user('a', '표시이름', '#010203'), 'waves', { action: true, at: today(1, 36) })], {
            // On light ground names keep their colour, however dark.
            options: { timestamps: true, theme: 'light' },
          }),
          '.chat-line__no-background',
        );
        expect(shape(ours)).toEqual(shape(find('.chat-line__no-background')));
      });

      it('draws mentions, a link and an emote', () => {
        const ours = one(
          still.chat([line(user('a'), '@bob @viewer_is_me example.com Kappa hi')], { viewer }),
          '[data-a-target="chat-line-message-body"]',
        );
        const theirs = fixture?.querySelectorAll('[data-a-target="chat-line-message-body"]')[1];
        for (const piece of [
          '.mention-fragment',
          '.mention-fragment--recipient',
          '.link-fragment',
          '[data-test-selector="emote-button"]',
        ])
          expect(shape(ours.querySelector(piece))).toEqual(shape(theirs?.querySelector(piece)));
      });

      it('draws a highlighted body', () => {
        const ours = one(
          still.chat([notice(user('a'), { kind: 'highlighted-message', text: 'look at me' })]),
          '.chat-line__message-body--highlighted',
        );
        expect(shape(ours, ['dir'])).toEqual(shape(find('.chat-line__message-body--highlighted')));
      });

      const bad = line(user('a'), 'bad words', { gone: { how: 'delete', by: 'modname' } });

      it('puts a notice in the place of a deleted body, for viewers', () => {
        const ours = one(still.chat([bad]), '.chat-line__message--deleted-notice');
        expect(shape(ours)).toEqual(shape(find('.chat-line__message--deleted-notice')));
      });

      it('strikes a deleted body out and says who did it, for moderators', () => {
        const ours = one(still.chat([bad], { moderator: true }), '.chat-line__message');
        for (const piece of [
          '.chat-line__message--deleted-detailed',
          '[data-test-selector="chat-deleted-message-attribution"]',
        ])
          expect(shape(ours.querySelector(piece))).toEqual(shape(find(piece)));
      });

      it('hides a deleted body behind a link, as of old', () => {
        const ours = one(
          still.chat([bad], { options: { deleted: 'LEGACY' } }),
          '.chat-line__message--deleted',
        );
        expect(shape(ours)).toEqual(shape(find('.chat-line__message--deleted')));
      });

      it('tells moderators what was done', () => {
        const ours = one(
          still.chat([{ type: 'unbanned', login: 'baduser', by: 'modname', wasTimeout: true }], {
            moderator: true,
          }),
          '.chat-line__moderation',
        );
        expect(bare(ours)).toEqual(bare(find('.chat-line__moderation')));
      });

      it('frames a subscription, and the line that came with it', () => {
        const ours = one(
          still.chat([
            notice(user('resubber', 'Resubber'), {
              system: "Resubber subscribed with Prime. They've subscribed for 16 months!",
              text: 'hi',
            }),
          ]),
          '.user-notice-line',
        );
        const theirs = find('.user-notice-line');
        expect(bare(ours)).toEqual(bare(theirs));
        expect(words(ours.querySelector('.chatter-name'))).toBe(
          words(theirs?.querySelector('.chatter-name')),
        );
        expect(words(ours.querySelector('p'))).toBe(words(theirs?.querySelector('p')));
        expect(
          classNames(ours.querySelector('[data-a-target="chat-resubscription-message__custom-message"] > *')),
        ).toEqual(
          classNames(
            theirs?.querySelector('[data-a-target="chat-resubscription-message__custom-message"] > *'),
          ),
        );
      });

      it('frames an announcement', () => {
        const ours = one(
          still.chat([notice(user('modname'), { kind: 'announcement', text: 'hi', color: 'PRIMARY' })]),
          '.announcement-line',
        );
        expect(classNames(ours)).toEqual(classNames(find('.announcement-line')));
        expect(ours.firstElementChild?.matches('.chat-line--inline.chat-line__message')).toBe(true);
      });
    });

    describe('the block over a reply', () => {
      const blocks = held ? [...page(read('reply-lines.html')).querySelectorAll('p[title]')] : [];
      const reply = (login: string, text: string): FeedEvent =>
        line(user('a'), 'yes', { reply: { id: '1', userId: '2', login, name: login, text } });

      it.each([
        ['to the viewer', 0, 'viewer_is_me', 'whole text of the parent message'],
        ['to somebody else', 1, 'someone_else', 'whole text of the parent message, may be cut with CSS'],
      ] as const)('%s', (_, at, login, text) => {
        const ours = one(still.chat([reply(login, text)], { viewer: user('viewer_is_me') }), 'p[title]');
        const theirs = blocks[at];
        expect(shape(ours, ['title'])).toEqual(shape(theirs, ['title']));
        expect(ours.getAttribute('title')).toBe(text);
      });

      it('is the first child of the message container, which is empty on other lines', () => {
        const first = '.chat-line__message-container > :first-child';
        const viewer = user('me');
        expect(
          one(still.chat([reply('b', 'no')], { viewer }), first).querySelector('p[title]'),
        ).not.toBeNull();
        expect(one(still.chat([line(user('a'), 'yes')], { viewer }), first).childElementCount).toBe(0);
      });
    });
  },
);

describe('the pages around the chat', () => {
  const channel = {
    id: '1',
    login: 'somebody',
    name: 'Somebody',
    avatar: '',
    title: 'One more run',
    category: 'Chess',
    tags: ['English'],
    partner: true,
    followers: 12,
    about: '',
    live: { viewers: 1234, startedAt: 0 },
  };
  const start: PageStart = { viewer: user('me'), channels: [channel], options: defaultOptions };

  it.each([
    [
      '/somebody',
      [
        '[data-a-target="top-nav-container"] [data-a-target="user-menu-toggle"]',
        '.side-nav .side-nav-card__link[href="/somebody"][data-a-id^="followed-channel-"]',
        'main.twilight-main .channel-root .persistent-player .video-player [data-a-target="player-overlay-click-handler"]',
        '.channel-root__info--with-chat #live-channel-stream-information.channel-info-content',
        '[data-target="channel-header-right"] [data-a-target="animated-channel-viewers-count"]',
        '[data-a-target="stream-game-link"]',
        '.live-time',
        '.channel-root__right-column--expanded .right-column .stream-chat',
        '.stream-chat-header [data-a-target="right-column__toggle-collapse-btn"]',
      ],
    ],
    ['/popout/somebody/chat', ['.popout-chat-page > .stream-chat > section.chat-room']],
    [
      '/moderator/somebody',
      [
        '.moderation-root > .moderation-view-page [data-highlight-selector="main-grid"] .stream-chat section.chat-room',
      ],
    ],
  ])('%s has the landmarks by which Twitch is known', (path, landmarks) => {
    const whole = page(still.page(path, start));
    expect(landmarks.filter((landmark) => whole.querySelector(landmark) === null)).toEqual([]);
  });
});

function read(name: string): string {
  return readFileSync(join(captures, name), 'utf8');
}

function page(html: string): Document {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document;
}

function one(html: string, selector: string): Element {
  const found = page(html).querySelector(selector);
  if (!found) throw new Error(`no ${selector} in the markup`);
  return found;
}

/** The child of the container in which `selector` stands. */
function entryWith(list: Element | undefined, selector: string): Element | undefined {
  return [...(list?.children ?? [])].find((entry) => entry.querySelector(selector) !== null);
}

function lines(chat: Element | undefined): Element[] {
  return [...(chat?.querySelectorAll('.chat-line__message') ?? [])];
}

/** A copy of the element with its message container emptied. */
function emptied(chat: Element | undefined): Element | undefined {
  const copy = chat?.cloneNode(true) as Element | undefined;
  copy?.querySelector(container)?.replaceChildren();
  return copy;
}

/** This time of a day here, ms. */
function today(hours: number, minutes: number): number {
  return new Date(2026, 9, 9, hours, minutes).getTime();
}

interface Shape {
  readonly tag: string;
  readonly is: Readonly<Record<string, string>>;
  readonly holds: readonly (Shape | string)[];
}

/** Classes that are names; those that styled-components make have capitals or `-sc-` in them, the stage's own `stage-`. */
function classNames(element: Element | null | undefined): string[] {
  const names = (element?.getAttribute('class') ?? '').split(/\s+/);
  return names
    .filter((name) => /^[a-z][a-z0-9]*([-_]+[a-z0-9]+)+$/.test(name) && !/-sc-|^stage-/.test(name))
    .sort();
}

/** Attributes of which only the presence is held: they differ by build, theme, time or drawing. */
const loose = new Set([
  'src',
  'srcset',
  'aria-describedby',
  'data-toggle-balloon-id',
  'viewbox',
  'width',
  'height',
]);

/** Attributes that are not held, or in another way. */
const unheld = new Set(['style', 'class']);

/** An element as far as it is held to the captures. Throws when there is none: nothing equals nothing. */
function shape(element: Element | null | undefined, without: readonly string[] = []): Shape {
  if (!element) throw new Error('nothing there to be held to a capture');
  const is: Record<string, string> = {};
  const names = classNames(element);
  if (names.length > 0) is['class'] = names.join(' ');
  for (const { name, value } of element.attributes) {
    const key = name.toLowerCase();
    if (!unheld.has(key) && !without.includes(key)) is[key] = loose.has(key) ? '…' : value;
  }
  const color = /(?:^|;)\s*color:\s*([^;]+)/.exec(element.getAttribute('style') ?? '')?.[1];
  if (color !== undefined) is['color'] = color.replaceAll(' ', '');
  const tag = element.localName;
  if (tag === 'svg') return { tag, is, holds: [] };
  const holds = [...element.childNodes].flatMap((node): (Shape | string)[] => {
    if (node.nodeType === 1) return [shape(node as Element, without)];
    const text = node.textContent ?? '';
    return node.nodeType === 3 && text !== '' ? [text] : [];
  });
  return { tag, is, holds };
}

/** The element without what it holds. */
function bare(element: Element | null | undefined): Shape {
  return { ...shape(element), holds: [] };
}

function words(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
