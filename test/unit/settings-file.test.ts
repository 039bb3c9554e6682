import { describe, expect, it } from 'vitest';

import type { PersonRecord } from '../../lib/people/person.ts';
import { changedBy, fileAtMost, newerPeople, readFile, writeFile } from '../../lib/store/settings-file.ts';
import { settingsVersion } from '../../lib/store/settings-migrations/index.ts';
import { defaultSettings, settingKeys, type Settings, sharedKeys } from '../../lib/store/settings-table.ts';

const person = (userId: string, updatedAt = 1, note = 'kind'): PersonRecord => ({
  id: `twitch:${userId}`,
  platform: 'twitch',
  userId,
  login: `login${userId}`,
  name: `Login${userId}`,
  note,
  updatedAt,
});

const settings: Settings = {
  ...defaultSettings,
  'appearance.theme': 'dark',
  'live.pinned': ['twitch:1', 'chzzk:2a'],
  'live.actions': [{ name: 'Stats', url: 'https://example.org/{login}' }],
};

/** Of them what a file holds. */
const inFile = Object.fromEntries(sharedKeys.map((key) => [key, settings[key]]));

const file = (change: Record<string, unknown>): string =>
  JSON.stringify({ format: 'sidestage-settings', version: settingsVersion, settings: {}, ...change });

describe('a settings file', () => {
  it('gives back what was written', () => {
    expect(readFile(writeFile(settings, [person('7')], 0))).toEqual({
      values: inFile,
      people: [person('7')],
      unknown: [],
    });
  });

  it('holds every setting in lines that people can read, and people only if they are wanted', () => {
    const words = writeFile(settings, undefined, Date.UTC(2026, 0, 2));
    const {
      format,
      version,
      writtenAt,
      settings: values,
      ...rest
    } = JSON.parse(words) as Record<string, unknown>;
    expect({ format, version, writtenAt }).toEqual({
      format: 'sidestage-settings',
      version: settingsVersion,
      writtenAt: '2026-01-02T00:00:00.000Z',
    });
    expect(Object.keys(values as object)).toEqual(sharedKeys);
    expect(rest).toEqual({});
    expect(words.split('\n').length).toBeGreaterThan(settingKeys.length);
  });

  it('lets nothing through that lies beside settings and people', () => {
    const token = 'abcdefghijklmnopqrstuvwxyz0123';
    const smuggled = { ...settings, accessToken: token, accounts: [{ sealed: token }] };
    const words = writeFile(smuggled, [{ ...person('7'), ...{ accessToken: token } }], 0);
    expect(words).not.toContain(token);
    expect(words).not.toMatch(/token|account|sealed/i);
  });

  it('neither says that messages are kept here, nor begins to keep any', () => {
    expect(settingKeys.filter((key) => !sharedKeys.includes(key))).toEqual(['chatLog.on']);
    expect(writeFile({ ...settings, 'chatLog.on': true }, undefined, 0)).not.toContain('chatLog.on');
    expect(readFile(file({ settings: { 'chatLog.on': true, 'chatLog.days': 3 } }))).toEqual({
      values: { 'chatLog.days': 3 },
      people: [],
      unknown: [],
    });
  });

  it('of an older version is migrated', () => {
    const read = readFile(file({ version: 1, settings: { 'moderation.timeoutPresets': [1, 10] } }));
    expect(read).toMatchObject({ values: { 'moderation.timeoutPresets': [60, 600] } });
  });

  it('names settings that it leaves out', () => {
    const read = readFile(file({ settings: { 'appearance.theme': 'light', 'appearance.sparkles': true } }));
    expect(read).toEqual({
      values: { 'appearance.theme': 'light' },
      people: [],
      unknown: ['appearance.sparkles'],
    });
  });

  it.each([
    ['nothing', '', { why: 'not-json' }],
    ['half a file', writeFile(settings, undefined, 0).slice(0, 300), { why: 'not-json' }],
    ['a list', '[]', { why: 'not-ours' }],
    ['null', 'null', { why: 'not-ours' }],
    ['a bookmark file', '{"roots":{}}', { why: 'not-ours' }],
    ['settings that are a list', file({ settings: [] }), { why: 'not-ours' }],
    ['no version', file({ version: undefined }), { why: 'not-ours' }],
    ['version 0', file({ version: 0 }), { why: 'not-ours' }],
    [
      'a later version',
      file({ version: settingsVersion + 1 }),
      { why: 'newer', version: settingsVersion + 1 },
    ],
    [
      'a prototype',
      '{"format":"sidestage-settings","version":2,"settings":{"__proto__":{"isAdmin":true}}}',
      { why: 'trap', name: '__proto__' },
    ],
    [
      'a constructor, deep down',
      file({ settings: { 'live.actions': [{ name: 'x', url: 'https://x.org', constructor: {} }] } }),
      { why: 'trap', name: 'constructor' },
    ],
    [
      'an address that runs code',
      file({ settings: { 'live.actions': [{ name: 'x', url: 'javascript:alert(1)' }] } }),
      { why: 'unfit', field: 'live.actions', limit: 'a list of names with https addresses' },
    ],
    [
      'an address whose host is open',
      file({ settings: { 'live.actions': [{ name: 'x', url: 'https://{login}.example.org/' }] } }),
      { why: 'unfit', field: 'live.actions' },
    ],
    [
      'a theme that is none',
      file({ settings: { 'appearance.theme': 'pink' } }),
      { why: 'unfit', field: 'appearance.theme' },
    ],
    ['people who are no list', file({ people: { 0: person('7') } }), { why: 'unfit-person', place: 1 }],
    [
      'a person under another key',
      file({ people: [person('7'), { ...person('8'), userId: '9' }] }),
      { why: 'unfit-person', place: 2 },
    ],
    ['a person twice', file({ people: [person('7'), person('7')] }), { why: 'unfit-person', place: 2 }],
    [
      'a note that is too long',
      file({ people: [person('7', 1, 'x'.repeat(4_001))] }),
      { why: 'unfit-person', place: 1 },
    ],
    ['10 MB', `"${'x'.repeat(10_000_000)}"`, { why: 'too-large' }],
    ['a deep hole', '['.repeat(200_000) + ']'.repeat(200_000), { why: 'not-ours' }],
  ])('is refused with its reason: %s', (_what, words, refusal) => {
    expect(readFile(words)).toMatchObject(refusal);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  it('has room for every note that there can be', () => {
    const people = Array.from({ length: 2_000 }, (_, index) => person(String(index), 1, 'x'.repeat(4_000)));
    const words = writeFile(settings, people, 0);
    expect(words.length).toBeLessThan(fileAtMost);
    expect(readFile(words)).toMatchObject({ values: inFile });
  });
});

describe('what a file changes', () => {
  it('is what differs, in whatever order its fields stand', () => {
    const now: Settings = { ...defaultSettings, 'live.actions': [{ name: 'a', url: 'https://a.org' }] };
    const then = { 'live.actions': [{ url: 'https://a.org', name: 'a' }], 'live.badge': false } as const;
    expect(changedBy(then, now)).toEqual(['live.badge']);
  });

  it('leaves people alone of whom something newer is written here', () => {
    const found = [person('1', 5), person('2', 5), person('3', 5)];
    expect(newerPeople(found, [person('1', 4), person('2', 5)]).map(({ userId }) => userId)).toEqual([
      '1',
      '3',
    ]);
  });
});
