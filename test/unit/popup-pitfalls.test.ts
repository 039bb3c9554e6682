/** What other popups stumbled over, one test for each; see also the e2e runs of the popup and of the accounts' window. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, vi } from 'vitest';

import { failureBy, failureOf } from '../../lib/failure.ts';
import { describeFailure } from '../../lib/failure-text.ts';
import { arrange } from '../../lib/live/arrange.ts';
import { isLink } from '../../lib/live/channel-list.ts';
import { createLive } from '../../lib/live/live.ts';
import { newsOf, type Seen } from '../../lib/live/news.ts';
import { previewOf } from '../../lib/live/opening.ts';
import type { LiveSnapshot, LiveStream } from '../../lib/live/stream.ts';
import { type FileRefusal, readFile } from '../../lib/store/settings-file.ts';
import { settingsKey } from '../../lib/store/settings-key.ts';
import { watchSettings } from '../../lib/store/settings.ts';
import { settingsVersion } from '../../lib/store/settings-migrations/index.ts';
import { defaultSettings, isSettingKey } from '../../lib/store/settings-table.ts';
import type { AreaChanges } from '../../lib/store/area.ts';

const minute = 60_000;
const evening = 1_000 * minute;
const stream = (channelId: string, change: Partial<LiveStream> = {}): LiveStream => ({
  platform: 'twitch',
  channelId,
  login: `login${channelId}`,
  name: `Name ${channelId}`,
  title: '',
  category: '',
  viewers: 1,
  startedAt: evening,
  previewUrl: 'https://static-cdn.jtvnw.net/p-{width}x{height}.jpg',
  rerun: false,
  ...change,
});
const snapshot = (updatedAt: number, ...streams: LiveStream[]): LiveSnapshot => ({
  accountId: 'twitch:1',
  streams,
  updatedAt,
});

/** A settings file in which `settings` stand, as JSON: what an object cannot be made to say, a file can. */
const fileWith = (settings: string): string =>
  `{"format": "sidestage-settings", "version": ${settingsVersion}, "settings": {${settings}}}`;
const trap = (name: string): FileRefusal => ({ why: 'trap', name });

describe('a pitfall of popups', () => {
  it('1: a stored value that is written again unchanged starts nothing', () => {
    let hear: (changes: AreaChanges) => void = () => undefined;
    const listener = vi.fn();
    watchSettings(
      { onChanged: { addListener: (next) => void (hear = next), removeListener: () => undefined } },
      listener,
    );
    const stored = { version: 2, values: { 'live.sort': 'name' } };
    hear({ [settingsKey]: { oldValue: stored, newValue: structuredClone(stored) } });
    expect(listener).not.toHaveBeenCalled();
    hear({ [settingsKey]: { oldValue: stored, newValue: { version: 2, values: {} } } });
    expect(listener).toHaveBeenCalledOnce();
  });

  const wants = { ...defaultSettings, 'notifications.of': 'everybody' } as const;
  const seen: Seen = { accountId: 'twitch:1', at: evening, live: [], told: {} };
  it.each<readonly [string, Seen | undefined, number]>([
    ['start-up, update and reload, which leave no last look', undefined, evening + minute],
    ['sign-in as somebody else', { ...seen, accountId: 'twitch:2' }, evening + minute],
    ['waking from sleep', seen, evening + 9 * minute],
  ])('2: %s notifies of nothing', (_what, before, at) => {
    expect(newsOf(before, snapshot(at, stream('1')), wants).tell).toEqual([]);
    expect(newsOf(seen, snapshot(evening + minute, stream('1')), wants).tell).toHaveLength(1);
  });

  it('3: a refused sign-in leads to the way in, in words', () => {
    expect(describeFailure({ code: 'login-expired', login: 'ann' }).remedy).toBe('sign-in');
    expect(describeFailure({ code: 'signed-out' }).remedy).toBe('sign-in');
  });

  it('says of a wait what is left of it, and when it is over', () => {
    const hint = (now: number): string =>
      describeFailure(failureBy({ code: 'rate-limited', retryAfterMs: 30_000 }, evening, now)).hint;
    expect(hint(evening)).toBe('failureRateLimitedHint');
    expect(hint(evening - 1_000), 'the clock was set back').toBe(hint(evening));
    expect(hint(evening + 29_000)).toBe('failureRateLimitedHintOne');
    expect(hint(evening + 31_000)).toBe('failureRateLimitedHintOver');
    expect(failureBy({ code: 'offline' }, evening, evening + 1)).toEqual({ code: 'offline' });
    expect(failureBy({ code: 'rate-limited', retryAfterMs: 30_000 }, evening, evening + 5_000)).toEqual({
      code: 'rate-limited',
      retryAfterMs: 25_000,
    });
  });

  it('3: whatever goes wrong inside is a failure in words, and no stack of calls is among them', () => {
    const fault = new TypeError('signedIn is undefined');
    const failure = failureOf(fault, 'a1b2');
    expect(failure.code).toBe('internal');
    const { title, hint } = describeFailure(failure);
    const firstCall = String(fault.stack?.split('\n')[1]?.trim());
    for (const never of [fault.message, 'TypeError', firstCall])
      expect(`${JSON.stringify(failure)} ${title} ${hint}`).not.toContain(never);
  });

  it('4: no alarm is set without a look whether it is ticking already', () => {
    for (const file of ['entrypoints/background/live.ts', 'entrypoints/background/index.ts']) {
      const parts = readFileSync(file, 'utf8').split('alarms.create(').slice(0, -1);
      expect(parts.length).toBeGreaterThan(0);
      for (const before of parts) expect(before.slice(-300)).toContain('alarms.get(');
    }
  });

  it('5: what the popup was doing when the sign-in closed it is asked of the background, not remembered by it', () => {
    const popup = readFileSync('entrypoints/popup/main.tsx', 'utf8');
    expect(popup).not.toContain('launchWebAuthFlow');
    expect(readFileSync('lib/live/panel.ts', 'utf8')).toContain('parts.readAccounts()');
  });

  it('6: who is unfollowed goes, who is renamed stays, and who slips between two pages is there once', async () => {
    const lists = [[stream('1'), stream('2'), stream('1')], [stream('1', { login: 'renamed', name: 'Aaa' })]];
    const written: LiveSnapshot[] = [];
    const live = createLive({
      follows: () => Promise.resolve(lists.shift() ?? []),
      whose: () => Promise.resolve({ listId: 'twitch:1', accounts: [{} as never] }),
      write: (list) => Promise.resolve(void written.push(list)),
      changed: () => Promise.resolve(),
      now: () => 0,
    });
    await live.refresh();
    await live.refresh();
    expect(written.map(({ streams }) => streams.map(({ channelId }) => channelId))).toEqual([
      ['1', '2'],
      ['1'],
    ]);
    const pinned = { ...defaultSettings, 'live.pinned': ['twitch:1'] };
    const [first] = arrange([stream('2', { viewers: 9 }), ...(written[1]?.streams ?? [])], pinned);
    expect(first?.name).toBe('Aaa');
  });

  it('7: no row has a timer of its own', () => {
    const sources = readdirSync('components/popup', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join('components/popup', file), 'utf8'));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((source) => source.includes('setInterval('))).toEqual([]);
  });

  it('8: a picture is fetched anew every five minutes, when it is seen, and takes its room before', () => {
    const at = (now: number): string | undefined => previewOf(stream('1'), 320, 180, now);
    expect(at(0)).toBe(at(5 * minute - 1));
    expect(at(0)).not.toBe(at(5 * minute));
    const row = readFileSync('components/popup/following/LiveRow.tsx', 'utf8');
    expect(row).toMatch(/<img(?=[^>]*alt="")(?=[^>]*\{\.\.\.picture\})(?=[^>]*loading="lazy")/);
  });

  it('9: no setting takes a script for an address, or a name that only looks like a setting', () => {
    expect(isLink({ name: 'x', url: 'javascript:alert(1)' })).toBe(false);
    expect(isLink({ name: 'x', url: 'https://{login}.example' })).toBe(false);
    expect(isSettingKey('__proto__')).toBe(false);
    expect(isSettingKey('constructor')).toBe(false);
  });

  it.each<readonly [string, string, ReturnType<typeof readFile>]>([
    ['is longer than all that can be in it', ' '.repeat(10_000_001), { why: 'too-large' }],
    ['names what every object has', fileWith('"__proto__": {"live.sort": "name"}'), trap('__proto__')],
    ['names how objects are made', fileWith('"constructor": 1'), trap('constructor')],
  ])('9: a file is refused that %s', (_what, words, refusal) => {
    expect(readFile(words)).toEqual(refusal);
    expect(({} as Record<string, unknown>)['live.sort']).toBeUndefined();
  });

  it('9: a file is refused in which an action of the user’s own is a script', () => {
    const action = JSON.stringify([{ name: 'Open', url: 'javascript:alert(document.domain)' }]);
    expect(readFile(fileWith(`"live.actions": ${action}`))).toMatchObject({
      why: 'unfit',
      field: 'live.actions',
    });
  });
});
