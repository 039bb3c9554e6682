import { beforeEach, describe, expect, it } from 'vitest';

import { type Backup, type BackupState, createBackup } from '../../lib/options/backup.ts';
import { writeFile } from '../../lib/store/settings-file.ts';
import { defaultSettings, type Settings, sharedKeys } from '../../lib/store/settings-table.ts';

let settings: Settings;
let state: BackupState;
let saved: string[];
let applied: unknown[];
let backup: Backup;
let turning: () => Promise<unknown>;

beforeEach(() => {
  settings = { ...defaultSettings, 'appearance.theme': 'dark' };
  saved = [];
  applied = [];
  turning = () => Promise.resolve();
  backup = createBackup({
    readSettings: () => Promise.resolve(settings),
    readPeople: () =>
      Promise.resolve([{ id: 'twitch:7', login: 'moth', name: 'Moth', note: 'kind', updatedAt: 5 }]),
    readLast: () => Promise.resolve({ how: 'import', at: 1 }),
    readSync: () => Promise.resolve({ on: false, left: [] }),
    apply: (...all) => Promise.resolve(applied.push(all)),
    reset: () => Promise.resolve(applied.push('reset')),
    undo: () => Promise.resolve(applied.push('undo')),
    turnSync: () => turning(),
    forgetSync: () => Promise.resolve(),
    save: (name, content) => saved.push(name, content),
    now: () => Date.UTC(2026, 0, 2),
    show: (next) => {
      state = next;
    },
  });
});

const file = (words: string, size = words.length) => ({
  name: 'mine.json',
  size,
  text: () => Promise.resolve(words),
});

describe('the section "Backup"', () => {
  it('saves what people were written about only if it is wanted', async () => {
    await backup.start();
    await backup.export();
    expect(saved[0]).toBe('sidestage-settings-2026-01-02.json');
    expect(saved[1]).not.toContain('Moth');
    backup.include(true);
    await backup.export();
    expect(JSON.parse(saved[3] ?? '')).toMatchObject({
      people: [{ id: 'twitch:7', platform: 'twitch', userId: '7', note: 'kind' }],
    });
  });

  it('shows what a file would change, and changes nothing before it is told to', async () => {
    const person = { id: 'twitch:7', platform: 'twitch', userId: '7', login: 'moth', name: 'Moth' } as const;
    const others = [{ ...person, id: 'twitch:8', userId: '8', updatedAt: 1 }];
    const theirs = { ...settings, 'appearance.theme': 'light' } as const;
    await backup.open(file(writeFile(theirs, [{ ...person, updatedAt: 4 }, ...others], 0)));
    expect(state.draft).toMatchObject({
      how: 'import',
      name: 'mine.json',
      changed: ['appearance.theme'],
      people: others,
      olderPeople: 1,
    });
    expect(applied).toEqual([]);
    await backup.apply();
    const taken = Object.fromEntries(sharedKeys.map((key) => [key, theirs[key]]));
    expect(applied).toEqual([[taken, others]]);
    expect(state).toMatchObject({ draft: undefined, last: { how: 'import' } });
  });

  it('refuses a file that is too large without reading it', async () => {
    await backup.open({ name: 'big', size: 10_000_000, text: () => Promise.reject(new Error('read')) });
    expect(state).toMatchObject({
      refused: { name: 'big', refusal: { why: 'too-large' } },
      failure: undefined,
    });
  });

  it('does one thing after the other, and loses none', async () => {
    let done = (): void => undefined;
    turning = () => new Promise<void>((resolve) => (done = resolve));
    const turned = backup.turnSync(true);
    const opened = backup.open(file('{}'));
    await Promise.resolve();
    expect(state).toMatchObject({ busy: true, refused: undefined });
    done();
    await Promise.all([turned, opened]);
    expect(state).toMatchObject({ busy: false, refused: { refusal: { why: 'not-ours' } } });
  });

  it('says what failed, and can go on', async () => {
    turning = () => Promise.reject(new Error('gone'));
    await backup.turnSync(true);
    expect(state.failure).toMatchObject({ code: 'internal' });
    await backup.proposeReset();
    expect(state).toMatchObject({ failure: undefined, draft: { changed: ['appearance.theme'] } });
    await backup.apply();
    expect(applied).toEqual(['reset']);
  });
});
