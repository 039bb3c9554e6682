import { describe, expect, it } from 'vitest';

import { arrange, matches, type Taste, toggled } from '../../lib/live/arrange.ts';
import { openingBy, openingOf, openingTo, previewOf, type Press } from '../../lib/live/opening.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { complaint } from '../../lib/store/settings-shape.ts';
import { defaultSettings, settingsTable } from '../../lib/store/settings-table.ts';
import { rowHeight, scrollFor, stretchAt } from '../../components/popup/rows/measures.ts';

const stream = (login: string, change: Partial<LiveStream> = {}): LiveStream => ({
  platform: 'twitch',
  channelId: login,
  login,
  name: login,
  title: '',
  category: '',
  viewers: 0,
  startedAt: 0,
  rerun: false,
  ...change,
});
const ann = stream('ann', { viewers: 5, startedAt: 30, category: 'Chess' });
const bob = stream('Bob', { viewers: 9, startedAt: 20, category: 'Art', title: 'Éclairs for all' });
const cat = stream('cat', { viewers: 1, startedAt: 10, category: 'Chess', platform: 'chzzk' });
const all = [ann, bob, cat];

const taste = (change: Partial<Taste> = {}): Taste => ({ ...defaultSettings, ...change });
const names = (change: Partial<Taste>, query?: string): string =>
  arrange(all, taste(change), query)
    .map(({ name }) => name)
    .join(' ');

describe('the order of the list', () => {
  it.each([
    ['viewers', 'Bob ann cat'],
    ['uptime', 'cat Bob ann'],
    ['recent', 'ann Bob cat'],
    ['name', 'ann Bob cat'],
    ['category', 'Bob ann cat'],
  ] as const)('goes by %s', (sort, order) => {
    expect(names({ 'live.sort': sort })).toBe(order);
  });

  it('can be turned round, but pinned channels stay first and muted ones last', () => {
    expect(names({ 'live.reversed': true })).toBe('cat ann Bob');
    const marks = { 'live.pinned': ['chzzk:cat'], 'live.muted': ['twitch:Bob'] };
    expect(names(marks)).toBe('cat ann Bob');
    expect(names({ ...marks, 'live.reversed': true })).toBe('cat ann Bob');
  });

  it('puts those last of whom nobody knows when they began, whichever way round the others stand', () => {
    const { platform, channelId, login, name, title, category, viewers, rerun } = stream('dan');
    const dan = { platform, channelId, login, name, title, category, viewers, rerun };
    const order = (change: Partial<Taste>): string =>
      arrange([dan, ...all], taste(change))
        .map(({ name }) => name)
        .join(' ');
    expect(order({ 'live.sort': 'recent' })).toBe('ann Bob cat dan');
    expect(order({ 'live.sort': 'recent', 'live.reversed': true })).toBe('cat Bob ann dan');
    expect(order({ 'live.sort': 'name', 'live.reversed': true })).toBe('dan cat Bob ann');
  });

  it('shows one platform, but never nothing because nobody is live there', () => {
    expect(names({ 'live.platform': 'chzzk' })).toBe('cat');
    expect(arrange([ann], taste({ 'live.platform': 'chzzk' }))).toEqual([ann]);
  });

  it('leaves the given list as it is', () => {
    const given = Object.freeze([...all]);
    expect(arrange(given, taste())).not.toBe(given);
  });
});

describe('the filter', () => {
  it('wants every word somewhere in name, title or category, whatever its case', () => {
    expect(names({}, ' CHESS  an ')).toBe('ann');
    expect(matches(bob, 'éclairs art')).toBe(true);
    expect(matches(bob, 'éclairs chess')).toBe(false);
    expect(matches(stream('x', { name: '하늘티비' }), '하늘')).toBe(true);
  });
});

describe('a mark', () => {
  it('comes and goes', () => {
    expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('what a press opens', () => {
  const press = (change: Partial<Press> = {}): Press => ({
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...change,
  });
  const open = (change: Partial<Press>, settings = {}) =>
    openingOf(press(change), ann, { ...defaultSettings, ...settings });

  it('is the channel where the settings say, and elsewhere with keys as in a browser', () => {
    const url = 'https://www.twitch.tv/ann';
    expect(open({})).toEqual({ url, where: 'tab' });
    expect(open({}, { 'live.openIn': 'current' })).toEqual({ url, where: 'current' });
    for (const change of [{ ctrlKey: true }, { metaKey: true }, { button: 1 }])
      expect(open(change)).toEqual({ url, where: 'background' });
    expect(open({ shiftKey: true })).toEqual({ url, where: 'window' });
    expect(open({ altKey: true })).toEqual({
      url: 'https://www.twitch.tv/popout/ann/chat?popout=',
      where: 'popout',
    });
    expect(open({}, { 'live.opens': 'player' })).toMatchObject({ where: 'popout' });
  });

  it('is the channel, where its platform has no address for what the settings say', () => {
    const opening = openingOf(press(), cat, { ...defaultSettings, 'live.opens': 'player' });
    expect(opening).toEqual({ url: 'https://chzzk.naver.com/live/cat', where: 'tab' });
    expect(openingOf(press({ altKey: true }), cat, defaultSettings)).toEqual({
      url: 'https://chzzk.naver.com/live/cat/chat',
      where: 'popout',
    });
  });

  it('cannot be led elsewhere by a name', () => {
    const odd = stream('../a?b#c&d');
    expect(new URL(openingBy('tab', odd).url).pathname).toBe('/..%2Fa%3Fb%23c%26d');
    const own = openingTo({ name: 'x', url: 'https://example.com/{login}?id={id}&no={constructor}' }, odd);
    expect(own.url).toBe('https://example.com/..%2Fa%3Fb%23c%26d?id=..%2Fa%3Fb%23c%26d&no={constructor}');
  });

  it('has a picture whose address is new every five minutes', () => {
    const seen = stream('a', { previewUrl: 'https://static-cdn.jtvnw.net/a-{width}x{height}.jpg' });
    expect(previewOf(seen, 320, 180, 300_000)).toBe('https://static-cdn.jtvnw.net/a-320x180.jpg?t=1');
    const shared = stream('a', {
      login: 'ann',
      previewUrl: 'https://static-cdn.jtvnw.net/{login}-{width}x{height}.jpg',
    });
    expect(previewOf(shared, 320, 180, 300_000)).toBe('https://static-cdn.jtvnw.net/ann-320x180.jpg?t=1');
    expect(previewOf(ann, 320, 180, 0)).toBeUndefined();
  });
});

describe('the settings of the list', () => {
  const actions = settingsTable['live.actions'].shape;
  it('take https addresses only, of a host that is fixed', () => {
    expect(complaint(actions, [{ name: 'Clips', url: 'https://example.com/{login}/clips' }])).toBeUndefined();
    for (const url of [
      'http://example.com/{login}',
      'javascript:alert(1)',
      'data:text/html,{login}',
      'https://{login}.example.com/',
      'https://user:word@example.com/',
      '{login}',
      `https://example.com/${'a'.repeat(600)}`,
    ])
      expect(complaint(actions, [{ name: 'x', url }]), url).toBeDefined();
    expect(complaint(actions, [{ name: ' ', url: 'https://example.com' }])).toBeDefined();
  });

  it('take channels by platform and id, each once', () => {
    const { shape } = settingsTable['live.pinned'];
    expect(complaint(shape, ['twitch:12', 'chzzk:0a'])).toBeUndefined();
    for (const value of [['twitch:1', 'twitch:1'], ['youtube:1'], [1], 'twitch:1', ['twitch:']])
      expect(complaint(shape, value)).toBeDefined();
  });

  it('take switches and numbers in their limits', () => {
    expect(complaint(settingsTable['live.paused'].shape, 'no')).toBe('on or off');
    const { shape } = settingsTable['live.refreshMinutes'];
    expect([0, 1, 60, 61, 1.5].map((value) => complaint(shape, value) === undefined)).toEqual([
      false,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the rows in view', () => {
  it('are few, whatever the length of the list', () => {
    for (const count of [0, 1, 20, 1_000, 100_000]) {
      const { from, to } = stretchAt(count * 31, 420, 62, count);
      expect(to - from).toBeLessThan(20);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(count);
    }
  });

  it('fill the view at both ends', () => {
    expect(stretchAt(0, 420, 62, 1_000)).toEqual({ from: 0, to: 11 });
    expect(stretchAt(62_000, 420, 62, 1_000).to).toBe(1_000);
    // The filter has made the list shorter, and the scroller does not know it yet.
    expect(stretchAt(10_000, 420, 62, 3)).toEqual({ from: 0, to: 3 });
  });

  it('are scrolled to by as little as it takes', () => {
    expect(scrollFor(0, 100, 400, 62)).toBe(0);
    expect(scrollFor(3, 0, 400, 62)).toBeUndefined();
    expect(scrollFor(10, 0, 400, 62)).toBe(11 * 62 - 400);
  });

  it('have whole heights at every font size', () => {
    for (const fontSize of ['small', 'normal', 'large', 'larger'] as const)
      expect(Number.isInteger(rowHeight('normal', { 'appearance.fontSize': fontSize }))).toBe(true);
  });
});
