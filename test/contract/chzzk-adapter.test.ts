/**
 * The adapter against what is known of CHZZK's own page. No capture of its markup is to be had; what others wrote down of it, and
 * the frames that fill it, stand beside the checkout and are no part of it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { anchors, hiddenWords } from '../../lib/pages/chzzk/anchors.ts';
import { chatAt } from '../../lib/pages/chzzk/page-kind.ts';
import { factsAt } from '../../lib/pages/chzzk/probe/facts.ts';

const shared = new URL('../../../shared/', import.meta.url);
const notes = new URL('pages/chzzk.md', shared);
const examples = new URL('platforms/chzzk/examples/', shared);
const isThere = existsSync(notes) && existsSync(examples);

if (!isThere) console.warn('Skipped: what is known of CHZZK’s page is not beside this checkout.');

interface Frame {
  readonly bdy: readonly Readonly<Record<string, unknown>>[];
}

/** A message of a recorded frame, as the page hands it to what draws it. */
function drawn(name: string): object {
  const frame = JSON.parse(readFileSync(new URL(name, examples), 'utf8')) as Frame;
  const { uid: user, msg: content, msgTime: time, msgTypeCode: type, profile, extras } = frame.bdy[0] ?? {};
  return {
    __reactProps$x: { children: { props: { chatMessage: { user, content, time, type, profile, extras } } } },
  };
}

describe.skipIf(!isThere)('the adapter and what is known of CHZZK’s page', () => {
  const known = isThere ? readFileSync(notes, 'utf8') : '';

  it.each(Object.entries(anchors))('%s goes by names that were seen', (_name, { selectors }) => {
    const names = selectors.flatMap((selector) => [...selector.matchAll(/"([^"]+)"|#([\w-]+)/g)]);
    for (const [, quoted, id] of names) expect(known).toContain(quoted ?? id);
  });

  it('knows the words that stand where others are hidden', () => {
    for (const words of hiddenWords) expect(known).toContain(words);
  });

  it('knows the addresses that have a chat', () => {
    expect(known).toContain('`/live/{32hex}`');
    expect(known).toContain('`/live/{32hex}/chat`');
    const id = 'a'.repeat(32);
    expect(chatAt(`https://chzzk.naver.com/live/${id}`)?.kind).toBe('live');
    expect(chatAt(`https://chzzk.naver.com/live/${id}/chat`)?.kind).toBe('chat');
  });

  it('reads what the recorded frames say', () => {
    const channelId = 'c0000000000000000000000000000001';
    expect(factsAt(drawn('ws_chat_viewer.json')).said).toEqual([
      {
        userId: 'a0000000000000000000000000000001',
        at: 1_769_585_095_674,
        name: '이용자01',
        text: '안녕하세요',
        role: 'common_user',
        type: 1,
        channelId,
      },
    ]);
    expect(factsAt(drawn('ws_chat_streamer.json')).said).toMatchObject([
      { userId: channelId, role: 'streamer', channelId },
    ]);
    // Nobody's.
    expect(factsAt(drawn('ws_donation_anonymous.json')).said).toEqual([]);
    const frames = readdirSync(examples).filter((name) => /^ws_(?:chat|donation)_/.test(name));
    expect(frames).toHaveLength(3);
  });
});
