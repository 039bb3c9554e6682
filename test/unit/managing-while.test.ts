import { describe, expect, it, vi } from 'vitest';

import { failure, open, word } from './managing-parts.ts';

describe('what takes a while', () => {
  const lifts = ['a1', 'a2'].map((id) => ({ doing: { what: 'lift', id } as const, name: `name of ${id}` }));

  it('is done for many, read anew, and taken back as far as that goes', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.actOnMany(lifts);
    expect(parts.act.mock.calls.map(([, doing]) => doing)).toEqual(
      lifts.map(({ doing, name }) => ({ ...doing, name })),
    );
    expect(parts.wait).toHaveBeenCalledOnce();
    expect(read.restrictions).toHaveBeenCalledTimes(2);
    expect(shown().bulk).toMatchObject({ stage: 'over', what: 'lift', done: [{}, {}], left: [] });
    await manage.undoMany();
    expect(parts.act).toHaveBeenCalledTimes(3);
    expect(parts.act).toHaveBeenLastCalledWith('c1', {
      what: 'restrict',
      whom: 'a1',
      name: 'name of a1',
      days: null,
      memo: '',
    });
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

  it('takes back what was added or restricted for many, as far as anybody knows how', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.turnTo('words');
    read.words.mockResolvedValue([word(1, '바보'), word(2, 'casino'), word(3, 'spam')]);
    await manage.actOnMany(
      ['casino', 'spam'].map((one) => ({ doing: { what: 'add-word', word: one } as const, name: one })),
    );
    await manage.undoMany();
    expect(parts.act.mock.calls.slice(2).map(([, doing]) => doing)).toEqual([
      { what: 'remove-word', no: 2 },
      { what: 'remove-word', no: 3 },
    ]);
    await manage.turnTo('restrictions');
    parts.act.mockResolvedValue({ undoable: 'deed' });
    await manage.actOnMany([{ doing: { what: 'restrict', whom: 'owl', days: 1, memo: '' }, name: 'owl' }]);
    expect(shown().bulk).toMatchObject({
      done: [{ undo: { what: 'take-back', id: 'deed', name: 'owl', of: 'restrict' } }],
    });
  });

  it('does not do again what had happened although nobody was told', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.turnTo('words');
    read.words.mockResolvedValue([word(1, '바보'), word(2, 'casino')]);
    parts.act.mockRejectedValueOnce(failure({ code: 'outcome-unknown' }));
    const adds = ['casino', 'spam'].map((one) => ({
      doing: { what: 'add-word', word: one } as const,
      name: one,
    }));
    await manage.actOnMany(adds);
    expect(shown().bulk).toMatchObject({ failure: { code: 'outcome-unknown' }, left: [{}, {}] });
    await manage.goOn();
    expect(parts.act.mock.calls.map(([, doing]) => doing)).toEqual(adds.map(({ doing }) => doing));
    parts.act.mockRejectedValueOnce(failure({ code: 'outcome-unknown' }));
    await manage.actOnMany(adds.slice(0, 1));
    await manage.goOn();
    expect(shown().bulk).toMatchObject({ stage: 'over', done: [{ name: 'casino' }], left: [] });
    expect(parts.act).toHaveBeenCalledTimes(3);
  });

  it('looks once more before it goes on with what nobody knew of, and does not where it cannot', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    const rejects = [7, 8].map(
      (no) => ({ doing: { what: 'reject', no, judgment: '…' }, name: `${no}` }) as const,
    );
    const plea = (no: number) => ({ no, plea: '…' });
    read.requests.mockResolvedValue({ rows: [plea(7), plea(8)], total: 2 });
    await manage.turnTo('requests');
    parts.act.mockRejectedValueOnce(failure({ code: 'outcome-unknown' }));
    await manage.actOnMany(rejects);
    expect(shown().bulk).toMatchObject({ failure: { code: 'outcome-unknown' }, left: [{}, {}] });
    read.requests.mockRejectedValueOnce(failure({ code: 'offline' }));
    await manage.goOn();
    expect(shown()).toMatchObject({ failure: { code: 'offline' }, bulk: { left: [{}, {}] } });
    // It arrived only after the list was read.
    read.requests.mockResolvedValue({ rows: [plea(8)], total: 1 });
    await Promise.all([manage.goOn(), manage.goOn()]);
    expect(parts.act.mock.calls.map(([, doing]) => doing)).toEqual(
      rejects.map(({ doing, name }) => ({ ...doing, name })),
    );
    expect(shown().bulk).toMatchObject({ stage: 'over', done: [{ name: '8' }], left: [] });
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
