import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import { readParts, readText } from '../../lib/pages/twitch/parts.ts';

const body = (inner: string): string => `<span data-a-target="chat-line-message-body">${inner}</span>`;

function lineOf(inner: string): Element {
  const { document } = parseHTML(`<html><body><div class="chat-line__message">${inner}</div></body></html>`);
  const line = document.querySelector('.chat-line__message');
  if (!line) throw new Error('no line');
  return line;
}

const words = (text: string): string =>
  `<span class="text-fragment" data-a-target="chat-message-text">${text}</span>`;
const emote = (name: string, src = 'https://static-cdn.jtvnw.net/emoticons/v2/25/default/dark/1.0'): string =>
  `<div class="chat-line__message--emote-button"><span><img class="chat-line__message--emote" alt="${name}" src="${src}"></span></div>`;
const mention = (name: string): string =>
  `<span class="mention-fragment" data-a-target="chat-message-mention">${name}</span>`;
const link = (text: string, href: string): string => `<a class="link-fragment" href="${href}">${text}</a>`;

describe('a message in pieces', () => {
  it('has none where it is nothing but words', () => {
    expect(readParts(lineOf(body(words('hi there'))))).toBeUndefined();
  });

  it('tells emotes, mentions and links from words', () => {
    const line = lineOf(
      body(
        words('hi ') +
          mention('@Bob') +
          words(' ') +
          emote('Kappa') +
          words(' see ') +
          link('x.tv/a', 'https://x.tv/a'),
      ),
    );
    expect(readParts(line)).toEqual([
      { kind: 'text', text: 'hi ' },
      { kind: 'mention', text: '@Bob' },
      { kind: 'text', text: ' ' },
      { kind: 'emote', text: 'Kappa', id: '25' },
      { kind: 'text', text: ' see ' },
      { kind: 'link', text: 'x.tv/a', href: 'https://x.tv/a' },
    ]);
    expect(readText(line)).toBe('hi @Bob Kappa see x.tv/a');
  });

  it('reads lines whose pieces stand without a body', () => {
    expect(readParts(lineOf(words('a ') + '<img class="chat-line__message--emote" alt="LUL">'))).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'emote', text: 'LUL' },
    ]);
  });

  it('knows another extension’s emotes by their words alone', () => {
    const line = lineOf(body(words('x ') + emote('catJAM', 'https://cdn.betterttv.net/emote/1/1x')));
    expect(readParts(line)?.[1]).toEqual({ kind: 'emote', text: 'catJAM' });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '/relative', ''])(
    'takes %j for words, not for a link',
    (href) => {
      expect(readParts(lineOf(body(words('see ') + link('here', href))))).toBeUndefined();
    },
  );

  it('takes no badge for an emote', () => {
    const badge = '<img class="chat-badge" alt="Moderator">';
    expect(readParts(lineOf(badge + body(words('hi'))))).toBeUndefined();
  });

  it('says the same as the text, whatever stands in it', () => {
    const piece = fc.oneof(
      fc.constantFrom('a', ' b ', 'c d').map(words),
      fc.constantFrom('Kappa', 'LUL').map((name) => emote(name)),
      fc.constantFrom('@ann', '@bob').map(mention),
      fc.constantFrom('https://x.tv', 'javascript:1').map((href) => link('x', href)),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const line = lineOf(body(pieces.join('')));
        const parts = readParts(line);
        if (parts)
          expect(
            parts
              .map(({ text }) => text)
              .join('')
              .trim(),
          ).toBe(readText(line));
        else expect(pieces.every((markup) => /text-fragment|javascript/.test(markup))).toBe(true);
      }),
    );
  });
});
