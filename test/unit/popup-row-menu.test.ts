/** The menu of a channel's row: what it offers, and what its lines do. */
import { describe, expect, it, vi } from 'vitest';

import {
  chooseInRecording,
  chooseInRow,
  recordingMenu,
  rowMenu,
} from '../../components/popup/rows/row-menu.ts';
import type { RowRecording } from '../../components/popup/rows/slot.ts';
import { openingOf, type Press, whereOf } from '../../lib/live/opening.ts';
import type { LiveStream } from '../../lib/live/stream.ts';
import { defaultSettings } from '../../lib/store/settings-table.ts';

const moth: LiveStream = {
  platform: 'twitch',
  channelId: '7',
  login: 'moth',
  name: 'Moth',
  title: '',
  category: 'Chess & Go',
  viewers: 1,
  rerun: false,
};
const settings = {
  ...defaultSettings,
  'live.actions': [{ name: 'Stats', url: 'https://example.org/{login}?of={category}' }],
};
const facts = { isMarked: false, hasPage: false };
const press: Press = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe('the menu of a row', () => {
  const linesOf = (stream: LiveStream, known = facts): readonly string[] =>
    rowMenu(stream, settings, known).flatMap(({ items }) => items.map(({ id }) => id));

  const choose = (id: string) => {
    const actions = {
      open: vi.fn(),
      copy: vi.fn(() => Promise.resolve(true)),
      toggleChannel: vi.fn(),
      lists: vi.fn(),
      mark: vi.fn(),
    };
    chooseInRow(id, moth, settings, actions);
    return actions;
  };

  it('offers what the channel’s platform has', () => {
    expect(linesOf(moth)).toEqual(expect.arrayContaining(['way:player', 'way:moderator', 'own:0', 'side']));
    const there = linesOf({ ...moth, platform: 'chzzk' });
    expect(there).toContain('way:chat');
    expect(there).not.toContain('way:player');
    expect(linesOf(moth)).not.toContain('about');
    expect(linesOf(moth, { ...facts, hasPage: true })[0]).toBe('about');
  });

  it('says whether the channel is chosen for side by side', () => {
    const [side] = rowMenu(moth, settings, { ...facts, isMarked: true }).flatMap(({ items }) =>
      items.filter(({ id }) => id === 'side'),
    );
    expect(side?.choice).toEqual({ kind: 'check', on: true });
    expect(choose('side').mark).toHaveBeenCalledWith(moth);
  });

  it('copies the channel’s address', () => {
    expect(choose('copy').copy).toHaveBeenCalledWith('https://www.twitch.tv/moth');
  });

  it.each([
    ['way:window', { url: 'https://www.twitch.tv/moth', where: 'window' }],
    ['way:current', { url: 'https://www.twitch.tv/moth', where: 'current' }],
    ['way:player', { url: 'https://player.twitch.tv/?channel=moth&parent=twitch.tv', where: 'popout' }],
    ['own:0', { url: 'https://example.org/moth?of=Chess%20%26%20Go', where: 'tab' }],
  ] as const)('opens by %s', (id, opening) => {
    expect(choose(id).open).toHaveBeenCalledExactlyOnceWith(opening);
  });

  it('puts the channel on a list', () => {
    expect(choose('live.pinned').toggleChannel).toHaveBeenCalledWith('live.pinned', ['twitch:7']);
  });
});

describe('the menu of a video or a clip', () => {
  const url = 'https://clips.twitch.tv/Funny';
  const ofMoth = { title: 'Checkmate', url, channel: moth };
  const linesOf = (recording: RowRecording): readonly string[] =>
    recordingMenu(recording, settings).flatMap(({ items }) => items.map(({ id }) => id));
  const choose = (id: string, recording: RowRecording = ofMoth) => {
    const actions = { open: vi.fn(), copy: vi.fn(() => Promise.resolve(true)) };
    chooseInRecording(id, recording, settings, actions);
    return actions;
  };

  it('offers what it has, and the user’s own actions where its channel is known', () => {
    expect(linesOf(ofMoth)).toEqual([
      ...['way:tab', 'way:background', 'way:current', 'way:window'],
      ...['own:0', 'copy'],
    ]);
    const ofSomebody = { ...ofMoth, channel: undefined };
    expect(linesOf(ofSomebody)).not.toContain('own:0');
    expect(choose('own:0', ofSomebody).open).not.toHaveBeenCalled();
  });

  it.each([
    ['way:background', { url, where: 'background' }],
    ['way:window', { url, where: 'window' }],
    ['own:0', { url: 'https://example.org/moth?of=Chess%20%26%20Go', where: 'tab' }],
  ] as const)('opens by %s', (id, opening) => {
    expect(choose(id).open).toHaveBeenCalledExactlyOnceWith(opening);
  });

  it('copies its own address', () => {
    expect(choose('copy').copy).toHaveBeenCalledWith(url);
  });
});

describe('a press', () => {
  it.each([
    [{}, 'tab'],
    [{ ctrlKey: true }, 'background'],
    [{ metaKey: true }, 'background'],
    [{ button: 1 }, 'background'],
    [{ shiftKey: true }, 'window'],
  ] as const)('%j opens as a %s, a channel and anything else', (keys, where) => {
    const made = { ...press, ...keys };
    expect(openingOf(made, moth, defaultSettings).where).toBe(where);
    expect(whereOf(made, 'tab')).toBe(where);
  });
});
