import { beforeEach, describe, expect, it, vi } from 'vitest';

import { createOnce, type Deed } from '../../lib/channel/once.ts';
import { createToolsDesk, type ToolsState } from '../../lib/channel/tools-desk.ts';
import {
  choicesWith,
  followerChoices,
  inverseOf,
  slowChoices,
  type ChannelView,
} from '../../lib/channel/tools.ts';
import { FailureError } from '../../lib/failure.ts';

const view: ChannelView = {
  id: '7',
  login: 'mainstage',
  name: 'MainStage',
  role: 'moderator',
  modes: { slow: null, followers: 10, subscribers: false, emotes: false, unique: false },
};

describe('taking back', () => {
  it('sets what was set before, and only that', () => {
    expect(inverseOf({ tool: 'modes', change: { slow: 30, followers: null } }, view)).toEqual({
      tool: 'modes',
      change: { slow: null, followers: 10 },
    });
    expect(inverseOf({ tool: 'shield', on: true }, { ...view, shield: false })).toEqual({
      tool: 'shield',
      on: false,
    });
  });

  it('is not offered where nobody knows how it was, or nothing can be taken back', () => {
    expect(inverseOf({ tool: 'shield', on: true }, view)).toBeUndefined();
    expect(inverseOf({ tool: 'clip' }, view)).toBeUndefined();
  });
});

it('offers the length that holds now, in its place', () => {
  expect(choicesWith(slowChoices, 45)).toEqual([null, 3, 5, 10, 20, 30, 45, 60, 120]);
  expect(choicesWith(followerChoices, null)).toBe(followerChoices);
});

describe('once', () => {
  let deeds: readonly Deed[] | undefined;
  const book = {
    get: () => Promise.resolve(deeds),
    update: (change: (old: readonly Deed[] | undefined) => Deed[]) =>
      Promise.resolve((deeds = change(deeds))),
  };
  beforeEach(() => (deeds = undefined));

  it('does a thing once, in this life and the next', async () => {
    const work = vi.fn(async (begin: () => Promise<void>) => {
      await begin();
      return { clip: 'x' };
    });
    const once = createOnce(book);
    expect(await Promise.all([once('a', work), once('a', work)])).toEqual([{ clip: 'x' }, { clip: 'x' }]);
    expect(await createOnce(book)('a', work)).toEqual({ clip: 'x' });
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('does not do again what an earlier life has begun', async () => {
    void createOnce(book)('a', async (begin) => {
      await begin();
      await new Promise(() => undefined);
    });
    await vi.waitFor(() => expect(deeds).toEqual([{ id: 'a' }]));
    await expect(createOnce(book)('a', () => Promise.resolve(1))).rejects.toMatchObject({
      failure: { code: 'outcome-unknown' },
    });
  });

  it('does what an earlier life never came to send', async () => {
    void createOnce(book)('a', () => new Promise(() => undefined));
    expect(await createOnce(book)('a', () => Promise.resolve(1))).toBe(1);
  });

  it('tries again what has certainly not happened', async () => {
    const once = createOnce(book);
    const refused = (): Promise<never> => Promise.reject(new FailureError({ code: 'offline' }));
    await expect(once('a', refused)).rejects.toMatchObject({ failure: { code: 'offline' } });
    expect(await once('a', () => Promise.resolve(2))).toBe(2);
  });
});

describe('the tools', () => {
  let state: ToolsState | undefined;
  const ask = { view: vi.fn(), act: vi.fn(), clip: vi.fn(), clipMade: vi.fn(), allow: vi.fn() };
  const open = () =>
    createToolsDesk({
      ...ask,
      newId: () => 'id',
      isOnline: () => true,
      wait: () => Promise.resolve(),
      show: (next) => (state = next),
    });

  beforeEach(() => {
    state = undefined;
    for (const mock of Object.values(ask)) mock.mockReset().mockResolvedValue({});
    ask.view.mockResolvedValue(view);
  });

  it('change a mode, and take it back', async () => {
    const desk = open();
    await desk.look('mainstage');
    await desk.act({ tool: 'modes', change: { slow: 30 } });
    expect(state?.view?.modes.slow).toBe(30);
    const undo = state?.outcome?.kind === 'done' ? state.outcome.undo : undefined;
    expect(undo).toEqual({ tool: 'modes', change: { slow: null } });
    if (undo) await desk.act(undo);
    expect(state?.view?.modes.slow).toBeNull();
    expect(state?.outcome).not.toHaveProperty('undo');
  });

  it('ask for what is missing, and go on', async () => {
    ask.act.mockRejectedValueOnce(new FailureError({ code: 'missing-scope', scopes: ['x'] }));
    const desk = open();
    await desk.look('mainstage');
    await desk.act({ tool: 'shield', on: true });
    expect(state?.outcome).toMatchObject({ kind: 'failed', failure: { code: 'missing-scope' } });
    await desk.allow();
    expect(ask.allow).toHaveBeenCalledWith('shield', 'mainstage');
    expect(state).toMatchObject({ view: { shield: true }, outcome: { kind: 'done' } });
  });

  it('wait for a clip to be made, but not for ever', async () => {
    ask.clip.mockResolvedValue({ id: 'c', editUrl: 'https://clips.twitch.tv/c/edit' });
    ask.clipMade.mockResolvedValueOnce(undefined).mockResolvedValueOnce('https://clips.twitch.tv/c');
    const desk = open();
    await desk.look('mainstage');
    await desk.act({ tool: 'clip' });
    expect(state?.outcome).toMatchObject({ detail: { url: 'https://clips.twitch.tv/c/edit' } });
    ask.clipMade.mockReset().mockResolvedValue(undefined);
    await desk.act({ tool: 'clip' });
    expect(state?.outcome).toMatchObject({ kind: 'failed', failure: { code: 'timeout' } });
  });

  it('forget one channel when the tab shows another', async () => {
    const desk = open();
    await desk.look('mainstage');
    ask.view.mockReturnValue(new Promise(() => undefined));
    void desk.look('gta_gran');
    expect(state).toMatchObject({ channel: 'gta_gran', view: undefined });
    await desk.look(undefined);
    expect(state?.channel).toBeUndefined();
  });
});
