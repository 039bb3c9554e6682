import { describe, expect, it, vi } from 'vitest';

import { type Doing, everything, type Restricted, termOf } from '../../lib/chzzk/manage/wish.ts';
import { holdNext } from './hold.ts';
import { own, user, plea, failure, settings, open } from './managing-parts.ts';

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
    const late = holdNext(read.restrictions);
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
    const pause = holdNext(parts.typed);
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
    ['a word that was removed', { what: 'remove-word', no: 1 }, { what: 'add-word', word: '바보' }],
    [
      'a word that was changed',
      { what: 'edit-word', no: 1, word: 'x' },
      { what: 'edit-word', no: 1, word: '바보' },
    ],
    [
      'what was for good',
      { what: 'lift', id: 'a1' },
      { what: 'restrict', whom: 'a1', name: 'name of a1', days: null, memo: '' },
    ],
    ['nothing whose end fits no term', { what: 'lift', id: 'a2' }, undefined],
    ['a word that was added', { what: 'add-word', word: '바보' }, { what: 'remove-word', no: 1 }],
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

  it('takes a restriction back by what the log knows of it, and one that had its days begins anew', async () => {
    const { manage, parts, read, shown } = open();
    const day = 86_400_000;
    read.restrictions.mockResolvedValue({ rows: [{ ...user('a3', 7 * day), at: 0 }], total: 1 });
    await manage.look();
    parts.act.mockResolvedValueOnce({ undoable: 'deed' });
    await manage.act({ what: 'restrict', whom: 'nightowl', days: 7, memo: 'spam' });
    await manage.undo();
    expect(parts.act).toHaveBeenLastCalledWith('c1', {
      what: 'take-back',
      id: 'deed',
      name: 'nightowl',
      of: 'restrict',
    });
    expect(shown().done?.what).toBe('nightowl');
    const changed = { what: 'edit-restriction', id: 'a3', days: 1, memo: '' } as const;
    await manage.act(changed);
    expect(parts.act).toHaveBeenLastCalledWith('c1', { ...changed, name: 'name of a3' });
    expect(shown().done).not.toHaveProperty('undo');
    parts.act.mockResolvedValueOnce({ undoable: 'deed' });
    await manage.act(changed);
    await manage.undo();
    expect(parts.act).toHaveBeenLastCalledWith('c1', {
      what: 'take-back',
      id: 'deed',
      name: 'name of a3',
      of: 'edit-restriction',
    });
    await manage.act({ what: 'lift', id: 'a3' });
    expect(parts.act).toHaveBeenLastCalledWith('c1', { what: 'lift', id: 'a3', name: 'name of a3' });
    expect(shown().done?.undo).toEqual({
      what: 'restrict',
      whom: 'a3',
      name: 'name of a3',
      days: 7,
      memo: '',
    });
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
    const opened = holdNext(parts.openTab);
    const goingOn = manage.openAndAct();
    await manage.choose('c2');
    opened({});
    await goingOn;
    expect(parts.act).toHaveBeenCalledOnce();
    expect(shown()).toMatchObject({ channel: 'c2', doing: undefined, trouble: undefined });
  });

  it('neither tells nor takes back in another channel what was done in the one before', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    const done = holdNext(parts.act);
    const doing = manage.act({ what: 'lift', id: 'a1' });
    await manage.choose('c2');
    done({});
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
