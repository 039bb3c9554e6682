import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { Readers } from '../../lib/chzzk/manage/reading.ts';
import {
  type Doing,
  everything,
  type Found,
  type Helper,
  type LiveSettings,
  type ManageList,
  type Plea,
  type Restricted,
  type Search,
  termOf,
  type Word,
} from '../../lib/chzzk/manage/wish.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';
import { createChzzkManage, keyStays } from '../../lib/managing/managing.ts';
import { hashOfPlace, type ManagePlace, placeIn } from '../../lib/managing/place.ts';
import type { ManageParts, ManageState } from '../../lib/managing/state.ts';

const own = { id: 'c1', name: '방송인01', isOwn: true };
const other = { id: 'c2', name: '달밤라디오', isOwn: false };
const word = (no: number, text: string): Word => ({ no, word: text });
const user = (id: string, until?: number): Restricted => ({
  id,
  name: `name of ${id}`,
  memo: '',
  ...(until === undefined ? {} : { until }),
});
const plea = (no: number): Plea => ({ no, id: `a${no}`, name: `name of a${no}`, plea: 'please' });
const helper = (id: string, role: string): Helper => ({ id, name: `name of ${id}`, role });
const failure = (code: Failure): FailureError => new FailureError(code);

const settings: LiveSettings = {
  title: 'Tonight',
  tags: ['chat'],
  adult: false,
  clips: true,
  replays: 'PUBLIC',
};

interface Fakes {
  readonly isPermitted?: ManageParts['isPermitted'];
  readonly readChannels?: ManageParts['readChannels'];
}

function open({ isPermitted, readChannels }: Fakes = {}, start?: ManagePlace) {
  let state: ManageState | undefined;
  const read = {
    restrictions: vi.fn<Readers['restrictions']>(() =>
      Promise.resolve({ rows: [user('a1'), user('a2', 5)], total: 2 }),
    ),
    requests: vi.fn<Readers['requests']>(() => Promise.resolve({ rows: [plea(1), plea(2)], total: 2 })),
    followers: vi.fn<Readers['followers']>(() =>
      Promise.resolve({ rows: [{ id: 'a1', name: 'name of a1' }], total: 1 }),
    ),
    subscribers: vi.fn<Readers['subscribers']>(() => Promise.resolve({ rows: [], total: 0 })),
    words: vi.fn<Readers['words']>(() => Promise.resolve([word(1, '바보')])),
    helpers: vi.fn<Readers['helpers']>(() =>
      Promise.resolve([helper('c1', 'STREAMER'), helper('a1', 'STREAMING_CHAT_MANAGER')]),
    ),
    rule: vi.fn<Readers['rule']>(() => Promise.resolve('be kind')),
    replays: vi.fn<Readers['replays']>(() => Promise.resolve({ rows: [], total: 0 })),
    uploads: vi.fn<Readers['uploads']>(() => Promise.resolve({ rows: [], total: 0 })),
    clips: vi.fn<Readers['clips']>(() => Promise.resolve({ rows: [], total: 0 })),
    madeClips: vi.fn<Readers['madeClips']>(() =>
      Promise.resolve({ rows: [{ id: 'clip1', title: 'highlight' }], total: 1 }),
    ),
    settings: vi.fn<Readers['settings']>(() => Promise.resolve(settings)),
  };
  const parts = {
    read: async (channel: string, list: ManageList, page: number, search: Search) =>
      ({ list, found: await read[list](channel, page, search) }) as Found,
    readActivity: vi.fn<ManageParts['readActivity']>(() =>
      Promise.resolve({ messages: 42, restricted: 1, quietened: 2 }),
    ),
    readKey: vi.fn<ManageParts['readKey']>(() => Promise.resolve({ key: 'secret', url: 'rtmp://x' })),
    isPermitted: isPermitted ?? (() => Promise.resolve(true)),
    permit: vi.fn(() => Promise.resolve(true)),
    readChannels: vi.fn<ManageParts['readChannels']>(readChannels ?? (() => Promise.resolve([own, other]))),
    act: vi.fn<ManageParts['act']>(() => Promise.resolve({})),
    openTab: vi.fn<ManageParts['openTab']>(() => Promise.resolve({})),
    wait: vi.fn<ManageParts['wait']>(() => Promise.resolve()),
    typed: vi.fn<ManageParts['typed']>(() => Promise.resolve()),
    save: vi.fn<ManageParts['save']>(),
    now: () => Date.UTC(2026, 6, 1),
    show: (next: ManageState) => (state = next),
  };
  const shown = (): ManageState => {
    if (!state) throw new Error('nothing was shown');
    return state;
  };
  return { parts, read, manage: createChzzkManage(parts, start), shown };
}

describe('the panel of a channel’s managers', () => {
  it('asks nothing before the user has permitted it', async () => {
    const isPermitted = vi.fn(() => Promise.resolve(false));
    const { manage, parts, shown } = open({ isPermitted });
    await manage.look();
    expect(shown().access).toBe('not-permitted');
    expect(parts.readChannels).not.toHaveBeenCalled();
    isPermitted.mockResolvedValue(true);
    await manage.permit();
    expect(shown()).toMatchObject({ access: 'open', channel: 'c1', restrictions: { total: 2 } });
  });

  it('says that nobody is logged in, also where that is found out late', async () => {
    const { manage, shown } = open({ readChannels: () => Promise.resolve(undefined) });
    await manage.look();
    expect(shown().access).toBe('logged-out');
    const late = open({ readChannels: () => Promise.reject(failure({ code: 'chzzk-logged-out' })) });
    await late.manage.look();
    expect(late.shown().access).toBe('logged-out');
  });

  it('keeps what is in sight where CHZZK cannot be asked again', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.readChannels.mockRejectedValueOnce(failure({ code: 'offline' }));
    await manage.look();
    expect(shown()).toMatchObject({
      access: 'open',
      failure: { code: 'offline' },
      restrictions: { total: 2 },
    });
    const never = open({ readChannels: () => Promise.reject(failure({ code: 'offline' })) });
    await never.manage.look();
    expect(never.shown()).toMatchObject({ access: 'failed', failure: { code: 'offline' } });
  });

  it('shows the list of the chosen channel, and stays with it', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.choose('c2');
    await manage.turnTo('words');
    expect(read.words).toHaveBeenLastCalledWith('c2', 0, everything);
    await manage.look();
    expect(shown()).toMatchObject({ channel: 'c2', list: 'words' });
    parts.readChannels.mockResolvedValueOnce([own]);
    await manage.look();
    expect(shown()).toMatchObject({ channel: 'c1', list: 'words' });
  });

  it('shows what was searched for last, whichever answer comes last', async () => {
    const { manage, read, shown } = open();
    await manage.look();
    let late: (found: { rows: Restricted[]; total: number }) => void = () => undefined;
    read.restrictions.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const first = manage.search({ ...everything, name: 'a' });
    await vi.waitFor(() => expect(read.restrictions).toHaveBeenCalledTimes(2));
    read.restrictions.mockResolvedValueOnce({ rows: [user('a2')], total: 1 });
    await manage.search({ ...everything, name: 'a2' });
    late({ rows: [user('a1')], total: 9 });
    await first;
    expect(shown()).toMatchObject({
      search: { name: 'a2' },
      restrictions: { total: 1, rows: [{ id: 'a2' }] },
    });
  });

  it('looks for what was typed once typing has paused, and for a choice at once', async () => {
    const { manage, parts, read } = open();
    await manage.look();
    let pause: () => void = () => undefined;
    parts.typed.mockReturnValueOnce(new Promise((resolve) => (pause = resolve)));
    const early = manage.search({ ...everything, name: 'a' });
    await manage.search({ ...everything, name: 'ab' });
    pause();
    await early;
    expect(read.restrictions.mock.calls.map(([, , { name }]) => name)).toEqual(['', 'ab']);
    await manage.search({ name: 'ab', sort: 'LONGER' });
    expect(parts.typed).toHaveBeenCalledTimes(2);
    expect(read.restrictions).toHaveBeenCalledTimes(3);
  });

  it('brings one part after the other, and nobody twice', async () => {
    const part = (from: number, to: number): Restricted[] =>
      Array.from({ length: to - from }, (_, index) => user(`a${from + index}`));
    const { manage, read, shown } = open();
    read.restrictions.mockResolvedValueOnce({ rows: part(0, 50), total: 60 });
    await manage.look();
    read.restrictions.mockResolvedValueOnce({ rows: part(49, 60), total: 60 });
    await manage.more();
    expect(read.restrictions).toHaveBeenLastCalledWith('c1', 1, everything);
    expect(shown().restrictions?.rows).toHaveLength(60);
  });

  it('brings requests in parts as well, each once though somebody has two', async () => {
    const { manage, read, shown } = open();
    await manage.look();
    read.requests.mockResolvedValueOnce({
      rows: Array.from({ length: 50 }, (_, no) => ({ ...plea(no), id: 'a1' })),
      total: 51,
    });
    await manage.turnTo('requests');
    read.requests.mockResolvedValueOnce({ rows: [plea(49), plea(50)], total: 51 });
    await manage.more();
    expect(read.requests).toHaveBeenLastCalledWith('c1', 1, everything);
    expect(shown().requests?.rows.map(({ no }) => no)).toEqual(Array.from({ length: 51 }, (_, no) => no));
  });

  it('takes no search along to another list, and what was found for no whole list', async () => {
    const { manage, read, shown } = open();
    await manage.look();
    await manage.search({ ...everything, name: 'a1' });
    read.requests.mockReturnValueOnce(new Promise(() => undefined));
    void manage.turnTo('requests');
    expect(shown()).toMatchObject({ search: everything, restrictions: undefined });
    expect(read.requests).toHaveBeenLastCalledWith('c1', 0, everything);
  });

  it.each([
    [
      'a role that was taken',
      { what: 'take-role', id: 'a1' },
      { what: 'give-role', whom: 'a1', role: 'STREAMING_CHAT_MANAGER' },
    ],
    [
      'a role that took another one’s place',
      { what: 'give-role', whom: 'name of a1', role: 'STREAMING_CHANNEL_MANAGER' },
      { what: 'give-role', whom: 'a1', role: 'STREAMING_CHAT_MANAGER' },
    ],
    [
      'no first role, which the list takes',
      { what: 'give-role', whom: 'a3', role: 'STREAMING_CHAT_MANAGER' },
      undefined,
    ],
    ['a rule', { what: 'set-rule', rule: 'be loud' }, { what: 'set-rule', rule: 'be kind' }],
    [
      'settings',
      { what: 'set-settings', settings: { ...settings, title: 'x', adult: true } },
      { what: 'set-settings', settings },
    ],
    ['no clip that was removed', { what: 'remove-clip', id: 'clip1' }, undefined],
    ['no answer to a request', { what: 'accept', no: 1, id: 'a1' }, undefined],
    [
      'a term that was changed',
      { what: 'edit-restriction', id: 'a1', days: 7, memo: 'spam' },
      { what: 'edit-restriction', id: 'a1', days: null, memo: '' },
    ],
    [
      'no term that cannot be chosen',
      { what: 'edit-restriction', id: 'a2', days: 7, memo: 'spam' },
      undefined,
    ],
    ['a word that was removed', { what: 'remove-word', no: 1 }, { what: 'add-word', word: '바보' }],
    [
      'a word that was changed',
      { what: 'edit-word', no: 1, word: 'x' },
      { what: 'edit-word', no: 1, word: '바보' },
    ],
    ['what was for good', { what: 'lift', id: 'a1' }, { what: 'restrict', whom: 'a1', days: null, memo: '' }],
    ['nothing that had an end', { what: 'lift', id: 'a2' }, undefined],
    ['not all words', { what: 'remove-all-words' }, undefined],
  ] as const)('takes back %s', async (_what, doing: Doing, undo) => {
    const { manage, parts, shown } = open();
    await manage.look();
    for (const list of ['words', 'helpers', 'rule', 'madeClips', 'settings'] as const)
      await manage.turnTo(list);
    expect(await manage.act(doing)).toBe(true);
    expect(shown().done?.undo).toEqual(undo);
    await manage.undo();
    expect(parts.act).toHaveBeenCalledTimes(undo ? 2 : 1);
    if (undo) expect(parts.act).toHaveBeenLastCalledWith('c1', undo);
  });

  it('reads anew as much as had come, so that nothing in sight goes', async () => {
    const { manage, read, shown } = open();
    const part = (from: number) => ({
      rows: Array.from({ length: 50 }, (_, index) => user(`a${from + index}`)),
      total: 120,
    });
    read.restrictions.mockImplementation((_channel, page) => Promise.resolve(part(page * 50)));
    await manage.look();
    await manage.more();
    await manage.act({ what: 'lift', id: 'a1' });
    expect(read.restrictions.mock.calls.map(([, page]) => page)).toEqual([0, 1, 0, 1]);
    expect(shown().restrictions?.rows).toHaveLength(100);
    await manage.search({ ...everything, name: 'a' });
    expect(shown().restrictions?.rows).toHaveLength(50);
  });

  it('lists everybody who has left, whom nothing tells apart', async () => {
    const { manage, read, shown } = open();
    await manage.look();
    read.followers.mockResolvedValueOnce({ rows: [{}, { id: 'a1' }], total: 4 });
    await manage.turnTo('followers');
    read.followers.mockResolvedValueOnce({ rows: [{ id: 'a1' }, {}, {}], total: 4 });
    await manage.more();
    expect(shown().followers?.rows).toEqual([{}, { id: 'a1' }, {}, {}]);
  });

  it('tells what somebody did in the chat, or why nobody knows', async () => {
    const { manage, parts } = open();
    await manage.look();
    expect(await manage.activity('a1')).toMatchObject({ messages: 42 });
    expect(parts.readActivity).toHaveBeenCalledExactlyOnceWith('c1', 'a1');
    parts.readActivity.mockRejectedValueOnce(failure({ code: 'offline' }));
    expect(await manage.activity('a1')).toEqual({ code: 'offline' });
  });

  it('calls whom it restricts anew, and who has their role again, by their name', async () => {
    const { manage, read, shown } = open();
    await manage.look();
    await manage.act({ what: 'lift', id: 'a1' });
    await manage.undo();
    expect(shown().done?.what).toBe('name of a1');
    await manage.turnTo('helpers');
    read.helpers.mockResolvedValueOnce([]);
    await manage.act({ what: 'take-role', id: 'a1' });
    await manage.undo();
    expect(shown().done).toMatchObject({ doing: { what: 'give-role', whom: 'a1' }, what: 'name of a1' });
  });

  it.each([
    { what: 'accept', no: 2, id: 'a2' },
    { what: 'reject', no: 2, judgment: 'no' },
  ] as const)('says whose request it was: %o', async (doing) => {
    const { manage, read, shown } = open();
    await manage.look();
    await manage.turnTo('requests');
    read.requests.mockResolvedValueOnce({ rows: [plea(1)], total: 1 });
    await manage.act(doing);
    expect(shown()).toMatchObject({ done: { what: 'name of a2' }, requests: { total: 1 } });
  });

  it('reads the list anew after a change, also one that failed', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    parts.act.mockRejectedValueOnce(failure({ code: 'outcome-unknown' }));
    expect(await manage.act({ what: 'lift', id: 'a1' })).toBe(false);
    expect(read.restrictions).toHaveBeenCalledTimes(2);
    expect(shown()).toMatchObject({ trouble: { failure: { code: 'outcome-unknown' } }, doing: undefined });
  });

  it('opens the page that was missing, and does what could not be done', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    const doing = { what: 'add-word', word: 'x' } as const;
    parts.act.mockRejectedValueOnce(failure({ code: 'chzzk-no-tab', from: 'studio', channelId: 'c1' }));
    await manage.act(doing);
    expect(shown().trouble?.failure.code).toBe('chzzk-no-tab');
    await manage.openAndAct();
    expect(parts.openTab).toHaveBeenCalledExactlyOnceWith('c1', 'studio');
    expect(parts.act).toHaveBeenLastCalledWith('c1', doing);
    expect(shown()).toMatchObject({ trouble: undefined, done: { what: 'x' } });
  });

  it('does nothing in another channel that was meant for the one before', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    const doing: Doing = { what: 'restrict', whom: 'x', days: 1, memo: '' };
    parts.act.mockRejectedValueOnce(failure({ code: 'chzzk-no-tab', from: 'studio', channelId: 'c1' }));
    await manage.act(doing);
    let opened: () => void = () => undefined;
    parts.openTab.mockReturnValueOnce(new Promise((resolve) => (opened = () => resolve({}))));
    const goingOn = manage.openAndAct();
    await manage.choose('c2');
    opened();
    await goingOn;
    expect(parts.act).toHaveBeenCalledOnce();
    expect(shown()).toMatchObject({ channel: 'c2', doing: undefined, trouble: undefined });
  });

  it('neither tells nor takes back in another channel what was done in the one before', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    let done: () => void = () => undefined;
    parts.act.mockReturnValueOnce(new Promise((resolve) => (done = () => resolve({}))));
    const doing = manage.act({ what: 'lift', id: 'a1' });
    await manage.choose('c2');
    done();
    expect(await doing).toBe(true);
    expect(shown().done).toBeUndefined();
    await manage.undo();
    expect(parts.act).toHaveBeenCalledOnce();
  });

  it('does one thing at a time', async () => {
    const { manage, parts } = open();
    await manage.look();
    const [one, two] = await Promise.all([
      manage.act({ what: 'lift', id: 'a1' }),
      manage.act({ what: 'lift', id: 'a2' }),
    ]);
    expect([one, two]).toEqual([true, false]);
    expect(parts.act).toHaveBeenCalledOnce();
  });
});

describe('the place in the panel', () => {
  const id = (digit: string): string => digit.repeat(32);
  const here = { id: id('a'), name: '방송인01', isOwn: true };
  const there = { id: id('b'), name: '달밤라디오', isOwn: false };
  /** CHZZK lists nowhere whom one helps: a channel is found when it is asked about. */
  const found: ManageParts['readChannels'] = (also) =>
    Promise.resolve(also === there.id ? [here, there] : [here]);

  it('is in the address, there and back; any other address names none', () => {
    const place = { channel: id('a'), list: 'words' } as const;
    expect(placeIn(hashOfPlace(place))).toEqual(place);
    expect(placeIn(hashOfPlace({}))).toEqual({ list: 'restrictions' });
    expect(placeIn('#chzzk/not-an-id/toString')).toEqual({});
    expect(placeIn('#twitch/mainstage')).toEqual({});
  });

  it('is where it was opened, be it a channel that only the address names, and stays there', async () => {
    const { manage, parts, shown } = open({ readChannels: found }, { channel: there.id, list: 'words' });
    await manage.look();
    expect(shown()).toMatchObject({ channel: there.id, list: 'words', words: [{ word: '바보' }] });
    await manage.look();
    expect(parts.readChannels).toHaveBeenLastCalledWith(there.id);
    expect(shown()).toMatchObject({ channel: there.id, list: 'words' });
  });

  it('keeps the list through a yes and a login, and falls back on a channel that one manages', async () => {
    const isPermitted = vi.fn(() => Promise.resolve(false));
    const { manage, shown } = open({ isPermitted }, { channel: id('c'), list: 'rule' });
    await manage.look();
    isPermitted.mockResolvedValue(true);
    await manage.permit();
    expect(shown()).toMatchObject({ access: 'open', channel: 'c1', list: 'rule', rule: 'be kind' });
  });

  it('changes by the channel, by the list, and by both with one reading', async () => {
    const { manage, read, shown } = open({ readChannels: found });
    await manage.look();
    expect(shown()).toMatchObject({ channel: here.id, list: 'restrictions' });
    await manage.goTo({ channel: there.id, list: 'requests' });
    expect(shown()).toMatchObject({ channel: there.id, list: 'requests', requests: { total: 2 } });
    expect(read.restrictions).toHaveBeenCalledTimes(1);
    await manage.goTo({ list: 'words' });
    expect(shown()).toMatchObject({ channel: there.id, list: 'words' });
    await manage.goTo({ channel: here.id, list: 'rule' });
    expect(shown()).toMatchObject({ channel: here.id, list: 'rule', rule: 'be kind' });
    expect(read.words).toHaveBeenCalledTimes(1);
    await manage.goTo({ channel: here.id, list: 'rule' });
    expect(read.rule).toHaveBeenCalledTimes(1);
  });

  it('is not taken back by a look that began before', async () => {
    const { manage, parts, shown } = open({ readChannels: found });
    await manage.look();
    let late: (channels: readonly (typeof here)[]) => void = () => undefined;
    parts.readChannels.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const before = manage.look();
    await vi.waitFor(() => expect(parts.readChannels).toHaveBeenCalledTimes(2));
    const going = manage.goTo({ channel: there.id });
    late([here]);
    await Promise.all([before, going]);
    expect(shown().channel).toBe(there.id);
  });
});

describe('what takes a while', () => {
  const lifts = ['a1', 'a2'].map((id) => ({ doing: { what: 'lift', id } as const, name: `name of ${id}` }));

  it('is done for many, read anew, and taken back as far as that goes', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.actOnMany(lifts);
    expect(parts.act.mock.calls.map(([, doing]) => doing)).toEqual(lifts.map(({ doing }) => doing));
    expect(parts.wait).toHaveBeenCalledOnce();
    expect(read.restrictions).toHaveBeenCalledTimes(2);
    expect(shown().bulk).toMatchObject({ stage: 'over', what: 'lift', done: [{}, {}], left: [] });
    await manage.undoMany();
    expect(parts.act).toHaveBeenCalledTimes(3);
    expect(parts.act).toHaveBeenLastCalledWith('c1', { what: 'restrict', whom: 'a1', days: null, memo: '' });
    manage.forgetMany();
    expect(shown().bulk).toBeUndefined();
    await manage.actOnMany(lifts);
    await manage.turnTo('words');
    expect(shown().bulk).toBeUndefined();
  });

  it('says how far it is, leaves no room for other changes, and stops when told', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    let go: () => void = () => undefined;
    parts.wait.mockReturnValueOnce(new Promise((resolve) => (go = resolve)));
    const doing = manage.actOnMany(lifts);
    await vi.waitFor(() => expect(parts.wait).toHaveBeenCalled());
    expect(shown().bulk).toEqual({ stage: 'runs', what: 'lift', tried: 1, of: 2 });
    expect(await manage.act({ what: 'lift', id: 'a2' })).toBe(false);
    await manage.saveAs('csv');
    expect(parts.save).not.toHaveBeenCalled();
    manage.stop();
    go();
    await doing;
    expect(shown().bulk).toMatchObject({ stage: 'over', done: [{}], left: [{ name: 'name of a2' }] });
    await manage.goOn();
    expect(shown().bulk).toMatchObject({ stage: 'over', done: [{ name: 'name of a2' }], left: [] });
    expect(parts.act).toHaveBeenCalledTimes(2);
  });

  it('goes on from the page that was missing', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.act.mockRejectedValueOnce(failure({ code: 'chzzk-no-tab', from: 'site', channelId: 'c1' }));
    await manage.actOnMany(lifts);
    expect(shown().bulk).toMatchObject({ failure: { code: 'chzzk-no-tab' }, left: [{}, {}] });
    parts.openTab.mockRejectedValueOnce(failure({ code: 'timeout' }));
    await manage.goOn();
    expect(shown().bulk).toMatchObject({ failure: { code: 'timeout' }, left: [{}, {}] });
    await manage.goOn();
    expect(shown().bulk).toMatchObject({ stage: 'over', done: [{}, {}] });
    expect(parts.openTab).toHaveBeenCalledExactlyOnceWith('c1', 'site');
  });

  it('does not go on in another channel once the page that was missing is there', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.act.mockRejectedValueOnce(failure({ code: 'chzzk-no-tab', from: 'site', channelId: 'c1' }));
    await manage.actOnMany(lifts);
    let opened: () => void = () => undefined;
    parts.openTab.mockReturnValueOnce(new Promise((resolve) => (opened = () => resolve({}))));
    const goingOn = manage.goOn();
    await manage.choose('c2');
    opened();
    await goingOn;
    expect(parts.act).toHaveBeenCalledOnce();
    expect(shown().bulk).toBeUndefined();
  });

  it('is over unseen where the user turns away while the list is read once more', async () => {
    const { manage, read, shown } = open();
    await manage.look();
    let said: () => void = () => undefined;
    read.restrictions.mockReturnValueOnce(
      new Promise((resolve) => (said = () => resolve({ rows: [], total: 0 }))),
    );
    const doing = manage.actOnMany(lifts);
    await vi.waitFor(() => expect(read.restrictions).toHaveBeenCalledTimes(2));
    await manage.choose('c2');
    said();
    await doing;
    expect(shown().bulk).toBeUndefined();
  });

  it('ends unseen where the user turns to another channel', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    let go: () => void = () => undefined;
    parts.wait.mockReturnValueOnce(new Promise((resolve) => (go = resolve)));
    const doing = manage.actOnMany(lifts);
    await vi.waitFor(() => expect(parts.wait).toHaveBeenCalled());
    await manage.choose('c2');
    go();
    await doing;
    expect(parts.act).toHaveBeenCalledOnce();
    expect(shown().bulk).toBeUndefined();
  });

  it('brings the whole list, part by part, into a file', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    read.followers.mockImplementation((_channel, page) =>
      Promise.resolve({ rows: page < 2 ? [{ id: `a${page}` }] : [], total: 3 }),
    );
    await manage.turnTo('followers');
    await manage.search({ name: '이', sort: 'LONGER' });
    await manage.saveAs('json');
    expect(read.followers).toHaveBeenLastCalledWith('c1', 2, { name: '이', sort: 'LONGER' });
    expect(parts.wait).toHaveBeenCalledTimes(2);
    const [file] = parts.save.mock.calls[0] ?? [];
    expect(file?.name).toBe('sidestage-chzzk-followers-2026-07-01.json');
    expect(JSON.parse(file?.content ?? '')).toEqual([{ id: 'a0' }, { id: 'a1' }]);
    expect(shown()).toMatchObject({ bulk: undefined, followers: { rows: [{ id: 'a0' }] } });
  });

  it('saves a list that comes whole, and nothing where it is no list or cannot be read', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.turnTo('words');
    await manage.saveAs('csv');
    expect(parts.save).toHaveBeenCalledOnce();
    expect(parts.wait).not.toHaveBeenCalled();
    read.words.mockRejectedValueOnce(failure({ code: 'offline' }));
    await manage.saveAs('csv');
    expect(shown()).toMatchObject({ bulk: undefined, failure: { code: 'offline' } });
    await manage.turnTo('rule');
    await manage.saveAs('csv');
    expect(parts.save).toHaveBeenCalledOnce();
  });
});

describe('the stream key', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is read by a press alone, and forgotten after a while', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    await manage.turnTo('settings');
    expect(parts.readKey).not.toHaveBeenCalled();
    await manage.readKey();
    expect(shown().key).toEqual({ stage: 'here', key: 'secret', url: 'rtmp://x' });
    vi.advanceTimersByTime(keyStays - 1);
    expect(shown().key.stage).toBe('here');
    vi.advanceTimersByTime(1);
    expect(shown().key).toEqual({ stage: 'away' });
  });

  it('goes at once where it is not wanted any more', async () => {
    const { manage, shown } = open();
    await manage.look();
    await manage.readKey();
    manage.forgetKey();
    expect(shown().key).toEqual({ stage: 'away' });
    for (const leave of [() => manage.turnTo('words'), () => manage.choose('c2')]) {
      await manage.readKey();
      expect(shown().key.stage).toBe('here');
      await leave();
      expect(shown().key).toEqual({ stage: 'away' });
    }
  });

  it('that comes when the user has turned away is thrown away', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    let late: (read: { key: string }) => void = () => undefined;
    parts.readKey.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const reading = manage.readKey();
    await manage.turnTo('words');
    await manage.turnTo('restrictions');
    late({ key: 'secret' });
    await reading;
    expect(shown().key).toEqual({ stage: 'away' });
  });

  it('says why it cannot be read', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.readKey.mockRejectedValueOnce(failure({ code: 'chzzk-no-role' }));
    await manage.readKey();
    expect(shown().key).toEqual({ stage: 'failed', failure: { code: 'chzzk-no-role' } });
  });
});

describe('a term', () => {
  const day = 86_400_000;
  it.each([
    [{ at: 0 }, null],
    [{ at: 0, until: 7 * day }, 7],
    [{ at: 1_000, until: 30 * day }, 30],
    [{ at: 0, until: 8 * day }, undefined],
    [{ until: 7 * day }, undefined],
  ])('of %o is %s', (times, term) => expect(termOf(times)).toBe(term));
});
