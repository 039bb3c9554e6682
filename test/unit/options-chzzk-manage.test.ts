import { describe, expect, it, vi } from 'vitest';

import type { Doing, Helper, Plea, Restricted, Word } from '../../lib/chzzk/manage/wish.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';
import { createChzzkManage, type ManageParts, type ManageState } from '../../lib/options/chzzk-manage.ts';

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

interface Fakes {
  readonly isPermitted?: ManageParts['isPermitted'];
  readonly readChannels?: ManageParts['readChannels'];
}

function open({ isPermitted, readChannels }: Fakes = {}) {
  let state: ManageState | undefined;
  type Read = ManageParts['read'];
  const read = {
    restrictions: vi.fn<Read['restrictions']>(() =>
      Promise.resolve({ users: [user('a1'), user('a2', 5)], total: 2 }),
    ),
    requests: vi.fn<Read['requests']>(() => Promise.resolve({ users: [plea(1), plea(2)], total: 2 })),
    words: vi.fn<Read['words']>(() => Promise.resolve([word(1, '바보')])),
    helpers: vi.fn<Read['helpers']>(() =>
      Promise.resolve([helper('c1', 'STREAMER'), helper('a1', 'STREAMING_CHAT_MANAGER')]),
    ),
    rule: vi.fn<Read['rule']>(() => Promise.resolve('be kind')),
  };
  const parts = {
    read,
    isPermitted: isPermitted ?? (() => Promise.resolve(true)),
    permit: vi.fn(() => Promise.resolve(true)),
    readChannels: vi.fn<ManageParts['readChannels']>(readChannels ?? (() => Promise.resolve([own, other]))),
    act: vi.fn<ManageParts['act']>(() => Promise.resolve({})),
    openTab: vi.fn<ManageParts['openTab']>(() => Promise.resolve({})),
    show: (next: ManageState) => (state = next),
  };
  const shown = (): ManageState => {
    if (!state) throw new Error('nothing was shown');
    return state;
  };
  return { parts, manage: createChzzkManage(parts), shown };
}

describe('the section about channels on CHZZK', () => {
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
    const { manage, parts, shown } = open();
    await manage.look();
    await manage.choose('c2');
    await manage.turnTo('words');
    expect(parts.read.words).toHaveBeenLastCalledWith('c2', 0, '');
    await manage.look();
    expect(shown()).toMatchObject({ channel: 'c2', list: 'words' });
    parts.readChannels.mockResolvedValueOnce([own]);
    await manage.look();
    expect(shown()).toMatchObject({ channel: 'c1', list: 'words' });
  });

  it('shows what was searched for last, whichever answer comes last', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    let late: (found: { users: Restricted[]; total: number }) => void = () => undefined;
    parts.read.restrictions.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const first = manage.search('a');
    parts.read.restrictions.mockResolvedValueOnce({ users: [user('a2')], total: 1 });
    await manage.search('a2');
    late({ users: [user('a1')], total: 9 });
    await first;
    expect(shown()).toMatchObject({ name: 'a2', restrictions: { total: 1, users: [{ id: 'a2' }] } });
  });

  it('brings one part after the other, and nobody twice', async () => {
    const part = (from: number, to: number): Restricted[] =>
      Array.from({ length: to - from }, (_, index) => user(`a${from + index}`));
    const { manage, parts, shown } = open();
    parts.read.restrictions.mockResolvedValueOnce({ users: part(0, 50), total: 60 });
    await manage.look();
    parts.read.restrictions.mockResolvedValueOnce({ users: part(49, 60), total: 60 });
    await manage.more();
    expect(parts.read.restrictions).toHaveBeenLastCalledWith('c1', 1, '');
    expect(shown().restrictions?.users).toHaveLength(60);
  });

  it('brings requests in parts as well, each once though somebody has two', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.read.requests.mockResolvedValueOnce({
      users: Array.from({ length: 50 }, (_, no) => ({ ...plea(no), id: 'a1' })),
      total: 51,
    });
    await manage.turnTo('requests');
    parts.read.requests.mockResolvedValueOnce({ users: [plea(49), plea(50)], total: 51 });
    await manage.more();
    expect(parts.read.requests).toHaveBeenLastCalledWith('c1', 1, '');
    expect(shown().requests?.users.map(({ no }) => no)).toEqual(Array.from({ length: 51 }, (_, no) => no));
  });

  it('takes no search along to another list, and what was found for no whole list', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    await manage.search('a1');
    parts.read.requests.mockReturnValueOnce(new Promise(() => undefined));
    void manage.turnTo('requests');
    expect(shown()).toMatchObject({ name: '', restrictions: undefined });
    expect(parts.read.requests).toHaveBeenLastCalledWith('c1', 0, '');
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
    ['no answer to a request', { what: 'accept', no: 1, id: 'a1' }, undefined],
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
    for (const list of ['words', 'helpers', 'rule'] as const) await manage.turnTo(list);
    expect(await manage.act(doing)).toBe(true);
    expect(shown().done?.undo).toEqual(undo);
    await manage.undo();
    expect(parts.act).toHaveBeenCalledTimes(undo ? 2 : 1);
    if (undo) expect(parts.act).toHaveBeenLastCalledWith('c1', undo);
  });

  it('calls whom it restricts anew, and who has their role again, by their name', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    await manage.act({ what: 'lift', id: 'a1' });
    await manage.undo();
    expect(shown().done?.what).toBe('name of a1');
    await manage.turnTo('helpers');
    parts.read.helpers.mockResolvedValueOnce([]);
    await manage.act({ what: 'take-role', id: 'a1' });
    await manage.undo();
    expect(shown().done).toMatchObject({ doing: { what: 'give-role', whom: 'a1' }, what: 'name of a1' });
  });

  it.each([
    { what: 'accept', no: 2, id: 'a2' },
    { what: 'reject', no: 2, judgment: 'no' },
  ] as const)('says whose request it was: %o', async (doing) => {
    const { manage, parts, shown } = open();
    await manage.look();
    await manage.turnTo('requests');
    parts.read.requests.mockResolvedValueOnce({ users: [plea(1)], total: 1 });
    await manage.act(doing);
    expect(shown()).toMatchObject({ done: { what: 'name of a2' }, requests: { total: 1 } });
  });

  it('reads the list anew after a change, also one that failed', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.act.mockRejectedValueOnce(failure({ code: 'outcome-unknown' }));
    expect(await manage.act({ what: 'lift', id: 'a1' })).toBe(false);
    expect(parts.read.restrictions).toHaveBeenCalledTimes(2);
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
