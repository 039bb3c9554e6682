import { beforeEach, describe, expect, it, vi } from 'vitest';

import { FailureError } from '../../lib/failure.ts';
import type { ListItem } from '../../lib/live/discover.ts';
import { createNames, type Names, type NamesParts } from '../../lib/live/names.ts';
import {
  type ChannelsDeskParts,
  type ChannelsState,
  createChannelsDesk,
} from '../../lib/options/channel-lists-desk.ts';
import { addToList, type ListActions, listed } from '../../lib/options/channel-lists.ts';
import { fieldOf } from '../../lib/options/setting-field.ts';
import { defaultSettings, type SettingKey, type Settings } from '../../lib/store/settings-table.ts';
import { speakFrom } from '../../lib/text.ts';
import { holdNext } from './hold.ts';

const kim = 'c'.repeat(32);

describe('a list of channels', () => {
  const names: Names = { 'twitch:1': 'Berta', 'twitch:2': 'anton', [`chzzk:${kim}`]: '김무대' };

  it('stands by name, and whoever’s name is not known by their id', () => {
    const rows = listed(['twitch:1', 'twitch:9', `chzzk:${kim}`, 'twitch:2'], names, '');
    expect(rows.map(({ name, platform }) => [name, platform])).toEqual([
      ['9', 'twitch'],
      ['anton', 'twitch'],
      ['Berta', 'twitch'],
      ['김무대', 'chzzk'],
    ]);
  });

  it('is searched by name, however that is written', () => {
    expect(listed(Object.keys(names), names, ' BERT ').map(({ key }) => key)).toEqual(['twitch:1']);
    expect(listed(Object.keys(names), names, '김무대').map(({ key }) => key)).toEqual([`chzzk:${kim}`]);
  });

  describe('takes a channel', () => {
    const permitNotifications = vi.fn<ListActions['permitNotifications']>();
    let written: Partial<Record<SettingKey, unknown>>;
    const add = (list: Parameters<typeof addToList>[0], change: Partial<Settings> = {}): Promise<boolean> =>
      addToList(
        list,
        'twitch:1',
        { ...defaultSettings, ...change },
        { permitNotifications, write: (key, value) => void (written[key] = value) },
      );

    beforeEach(() => {
      written = {};
      permitNotifications.mockReset().mockResolvedValue(true);
    });

    it('behind those that are on it, once', async () => {
      await add('live.pinned', { 'live.pinned': ['twitch:2'] });
      expect(written).toEqual({ 'live.pinned': ['twitch:2', 'twitch:1'] });
      written = {};
      await add('live.pinned', { 'live.pinned': ['twitch:1'] });
      expect(written).toEqual({});
      expect(permitNotifications).not.toHaveBeenCalled();
    });

    it('that is told of only where the browser may tell, and then it is told of', async () => {
      permitNotifications.mockResolvedValueOnce(false);
      expect(await add('notifications.channels')).toBe(false);
      expect(written).toEqual({});
      expect(await add('notifications.channels')).toBe(true);
      expect(written).toEqual({
        'notifications.channels': ['twitch:1'],
        'notifications.of': 'chosen',
      });
    });
  });
});

describe('the field of a setting', () => {
  it('follows from the table', () => {
    speakFrom((key) => key);
    expect(fieldOf('live.preview', defaultSettings)).toEqual({
      kind: 'switch',
      label: 'rowsPreview',
      on: true,
    });
    expect(fieldOf('live.rows', { ...defaultSettings, 'live.rows': 'compact' })).toEqual({
      kind: 'choice',
      label: 'settingRows',
      value: 'compact',
      options: [
        { value: 'compact', label: 'rowsCompact' },
        { value: 'normal', label: 'rowsNormal' },
        { value: 'thumbnail', label: 'rowsThumbnail' },
      ],
    });
    expect(fieldOf('live.collection', defaultSettings)).toBeUndefined();
  });
});

describe('the names of channels', () => {
  const twitch = vi.fn<NamesParts['twitch']>();
  const chzzk = vi.fn<NamesParts['chzzk']>();
  let kept: Names | undefined;
  const names = () =>
    createNames({
      known: () => Promise.resolve([{ platform: 'twitch', channelId: '1', name: 'Followed' }]),
      kept: {
        get: () => Promise.resolve(kept),
        update: (change) => Promise.resolve((kept = change(kept))),
      },
      twitch,
      chzzk,
    });

  beforeEach(() => {
    kept = undefined;
    twitch.mockReset().mockResolvedValue({ '2': 'Asked' });
    chzzk.mockReset().mockResolvedValue('김무대');
  });

  it('are asked for once, and not of whom the user follows', async () => {
    const keys = ['twitch:1', 'twitch:2', 'twitch:404', `chzzk:${kim}`];
    const wanted = { 'twitch:1': 'Followed', 'twitch:2': 'Asked', [`chzzk:${kim}`]: '김무대' };
    expect(await names()(keys)).toEqual(wanted);
    expect(twitch).toHaveBeenCalledExactlyOnceWith(['2', '404']);
    expect(await names()(['twitch:2', `chzzk:${kim}`])).toEqual({
      'twitch:2': 'Asked',
      [`chzzk:${kim}`]: '김무대',
    });
    expect(twitch).toHaveBeenCalledOnce();
    expect(chzzk).toHaveBeenCalledOnce();
  });

  it('of one platform do not fail with the other’s', async () => {
    twitch.mockRejectedValue(new FailureError({ code: 'signed-out' }));
    expect(await names()(['twitch:2', `chzzk:${kim}`])).toEqual({ [`chzzk:${kim}`]: '김무대' });
    expect(kept).toEqual({ [`chzzk:${kim}`]: '김무대' });
  });

  it('of CHZZK’s channels are asked for a few at a time', async () => {
    const keys = Array.from({ length: 50 }, (_, index) => `chzzk:${String(index).padStart(32, '0')}`);
    await names()(keys);
    expect(chzzk).toHaveBeenCalledTimes(20);
  });
});

describe('finding channels for a list', () => {
  const names = vi.fn<ChannelsDeskParts['names']>();
  const search = vi.fn<ChannelsDeskParts['search']>();
  let shown: ChannelsState | undefined;
  const desk = () => createChannelsDesk({ names, search, show: (state) => void (shown = state) });
  const channel = (name: string): ListItem => ({
    kind: 'channel',
    platform: 'twitch',
    id: '1',
    login: name,
    name,
    avatarUrl: '',
    live: false,
    title: '',
    category: '',
  });

  beforeEach(() => {
    shown = undefined;
    names
      .mockReset()
      .mockImplementation((keys) =>
        Promise.resolve(Object.fromEntries(keys.map((key) => [key, `name of ${key}`]))),
      );
    search.mockReset().mockResolvedValue({ items: [] });
  });

  it('looks each name up once, in parts that the background takes', async () => {
    const lists = desk();
    const keys = Array.from({ length: 1_100 }, (_, index) => `twitch:${index}`);
    await lists.look(keys);
    expect(names.mock.calls.map(([part]) => part.length)).toEqual([500, 500, 100]);
    await lists.look(keys);
    expect(names).toHaveBeenCalledTimes(3);
    expect(shown?.names['twitch:1099']).toBe('name of twitch:1099');
  });

  it('asks on while that brings names, and not for those of channels that are no more', async () => {
    const keys = Array.from({ length: 50 }, (_, index) => `twitch:${index}`);
    names.mockImplementation((wanted) =>
      Promise.resolve(
        Object.fromEntries(
          wanted
            .filter((key) => key !== 'twitch:49')
            .slice(0, 20)
            .map((key) => [key, key]),
        ),
      ),
    );
    await desk().look(keys);
    expect(names.mock.calls.map(([part]) => part.length)).toEqual([50, 30, 10, 1]);
    expect(Object.keys(shown?.names ?? {})).toHaveLength(49);
  });

  it('leaves categories out, and says what failed', async () => {
    const lists = desk();
    const category: ListItem = { kind: 'category', id: '1', name: 'Art', imageUrl: '' };
    search.mockResolvedValue({ items: [category, channel('ann')] });
    await lists.search(' ann ');
    expect(search).toHaveBeenCalledExactlyOnceWith('ann');
    expect(shown).toMatchObject({ searched: 'ann', found: [{ name: 'ann' }], searching: false });
    search.mockRejectedValue(new FailureError({ code: 'offline' }));
    await lists.search('bob');
    expect(shown).toMatchObject({ found: [], failure: { code: 'offline' } });
    lists.forget();
    expect(shown).toMatchObject({ searched: undefined, failure: undefined });
  });

  it('shows nothing of a search that was given up', async () => {
    const lists = desk();
    const answer = holdNext(search);
    const first = lists.search('ann');
    search.mockResolvedValueOnce({ items: [channel('bob')] });
    await lists.search('bob');
    answer({ items: [channel('ann')] });
    await first;
    expect(shown?.found.map(({ name }) => name)).toEqual(['bob']);
  });
});
