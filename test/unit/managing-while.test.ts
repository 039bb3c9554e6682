import { describe, expect, it, vi } from 'vitest';

import { holdNext } from './hold.ts';
import { failure, open, word } from './managing-parts.ts';

const lifts = ['a1', 'a2'].map((id) => ({ doing: { what: 'lift', id } as const, name: `name of ${id}` }));

/** A panel amid many lifts: the first is done, and the second comes with `go`. */
async function openAmid() {
  const panel = open();
  const { manage, parts } = panel;
  await manage.look();
  const go = holdNext(parts.sleep);
  parts.wait.mockImplementation(() => new Promise((resolve) => setTimeout(resolve)));
  return { ...panel, go, doing: manage.actOnMany(lifts) };
}

/** A panel in which many lifts stand still for want of a page of CHZZK's. */
async function openWithoutPage() {
  const panel = open();
  const { manage, parts } = panel;
  await manage.look();
  parts.act.mockRejectedValueOnce(failure({ code: 'chzzk-no-tab', from: 'site', channelId: 'c1' }));
  await manage.actOnMany(lifts);
  return panel;
}

describe('what takes a while', () => {
  it('is done for many, read anew, and taken back as far as that goes', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.actOnMany(lifts);
    expect(parts.act.mock.calls.map(([, doing]) => doing)).toEqual(
      lifts.map(({ doing, name }) => ({ ...doing, name })),
    );
    expect(read.restrictions).toHaveBeenCalledTimes(2);
    expect(shown().bulk).toMatchObject({ stage: 'over', what: 'lift', done: 2, left: 0 });
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
    await vi.waitFor(async () => expect(await parts.readBatch('c1')).toBeUndefined());
    await manage.lookAtMany();
    expect(shown().bulk).toBeUndefined();
    await manage.actOnMany(lifts);
    await manage.turnTo('words');
    expect(shown().bulk).toBeUndefined();
  });

  it('says how far it is, leaves no room for other changes, and stops when told', async () => {
    const { manage, parts, shown, go, doing } = await openAmid();
    await vi.waitFor(() => expect(shown().bulk).toMatchObject({ tried: 1 }));
    expect(shown().bulk).toMatchObject({ stage: 'runs', what: 'lift', tried: 1, of: 2 });
    expect(await manage.act({ what: 'lift', id: 'a2' })).toBe(false);
    await manage.saveAs('csv');
    expect(parts.save).not.toHaveBeenCalled();
    manage.stop();
    go();
    await doing;
    await vi.waitFor(() => expect(shown().bulk).toMatchObject({ stage: 'over', done: 1, left: 1 }));
    await manage.goOn();
    expect(shown().bulk).toMatchObject({ stage: 'over', done: 2, left: 0 });
    expect(parts.act).toHaveBeenCalledTimes(2);
  });

  it('goes on from the page that was missing', async () => {
    const { manage, parts, shown } = await openWithoutPage();
    expect(shown().bulk).toMatchObject({ failure: { code: 'chzzk-no-tab' }, left: 2 });
    parts.openTab.mockRejectedValueOnce(failure({ code: 'timeout' }));
    await manage.goOn();
    expect(shown().bulk).toMatchObject({ failure: { code: 'timeout' }, left: 2 });
    await manage.goOn();
    expect(shown().bulk).toMatchObject({ stage: 'over', done: 2 });
    expect(parts.openTab).toHaveBeenCalledExactlyOnceWith('c1', 'site');
  });

  it('goes on from there also where it was looked at once more meanwhile', async () => {
    const { manage, parts, shown } = await openWithoutPage();
    const opened = holdNext(parts.openTab);
    const goingOn = manage.goOn();
    await manage.lookAtMany();
    opened({});
    await goingOn;
    expect(shown().bulk).toMatchObject({ stage: 'over', done: 2, left: 0 });
  });

  it('does not go on in another channel once the page that was missing is there', async () => {
    const { manage, parts, shown } = await openWithoutPage();
    const opened = holdNext(parts.openTab);
    const goingOn = manage.goOn();
    await manage.choose('c2');
    opened({});
    await goingOn;
    expect(parts.act).toHaveBeenCalledOnce();
    expect(shown().bulk).toBeUndefined();
  });

  it('is over unseen where the user turns away while the list is read once more', async () => {
    const { manage, read, shown } = open();
    await manage.look();
    const said = holdNext(read.restrictions);
    const doing = manage.actOnMany(lifts);
    await vi.waitFor(() => expect(read.restrictions).toHaveBeenCalledTimes(2));
    await manage.choose('c2');
    said({ rows: [], total: 0 });
    await doing;
    expect(shown().bulk).toBeUndefined();
  });

  it('goes on unseen where the user turns to another channel, and is in sight again when they come back', async () => {
    const { manage, parts, shown, go, doing } = await openAmid();
    await vi.waitFor(() => expect(parts.sleep).toHaveBeenCalled());
    await manage.choose('c2');
    expect(shown().bulk).toBeUndefined();
    go();
    await doing;
    await vi.waitFor(() => expect(parts.act).toHaveBeenCalledTimes(2));
    expect(shown().bulk).toBeUndefined();
    await manage.choose('c1');
    await vi.waitFor(() => expect(shown().bulk).toMatchObject({ stage: 'over', done: 2 }));
  });

  it('is seen in another panel that is opened meanwhile', async () => {
    const { manage, parts, shown } = open();
    parts.readBatch.mockResolvedValueOnce({ stage: 'runs', id: 'b1', what: 'lift', tried: 3, of: 9 });
    const go = holdNext(parts.wait);
    const looked = manage.look();
    await vi.waitFor(() => expect(shown().bulk).toMatchObject({ stage: 'runs', tried: 3, of: 9 }));
    expect(await manage.act({ what: 'lift', id: 'a2' })).toBe(false);
    parts.readBatch.mockRejectedValueOnce(failure({ code: 'unreachable', reloaded: false }));
    go();
    await looked;
    // It was asked once more, and nobody has to hear of it any more.
    expect(shown().bulk).toBeUndefined();
  });

  it('is told to nobody again who comes later, once it was seen, and stays where it was', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    await manage.actOnMany(lifts);
    await vi.waitFor(async () => expect(await parts.readBatch('c1')).toBeUndefined());
    await manage.look();
    expect(shown().bulk).toMatchObject({ stage: 'over', done: 2 });
    parts.seenBatch.mockImplementation(() => undefined);
    await manage.actOnMany(lifts);
    expect(await parts.readBatch('c1')).toMatchObject({ stage: 'over', done: 2 });
  });

  it('says why it could not begin', async () => {
    const { manage, parts, shown } = open();
    await manage.look();
    parts.startBatch.mockRejectedValueOnce(failure({ code: 'storage', why: 'full' }));
    await manage.actOnMany(lifts);
    expect(shown()).toMatchObject({ bulk: undefined, trouble: { failure: { code: 'storage' } } });
  });

  it('takes back what was added or restricted for many, as far as anybody knows how', async () => {
    const { manage, parts, read } = open();
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

  it('saves at once what is whole in sight, and nothing where it is no list or has not come', async () => {
    const { manage, parts, read } = open();
    await manage.look();
    await manage.turnTo('words');
    await manage.saveAs('csv');
    expect(parts.save).toHaveBeenCalledOnce();
    expect(parts.wait).not.toHaveBeenCalled();
    expect(read.words).toHaveBeenCalledOnce();
    await manage.turnTo('rule');
    await manage.saveAs('csv');
    expect(parts.save).toHaveBeenCalledOnce();
  });

  it('does not save as one search what came for another', async () => {
    const { manage, parts, read, shown } = open();
    await manage.look();
    await manage.turnTo('followers');
    const typed = holdNext(parts.typed);
    const searching = manage.search({ name: '이', sort: 'RECENT' });
    read.followers.mockRejectedValueOnce(failure({ code: 'offline' }));
    await manage.saveAs('csv');
    expect(parts.save).not.toHaveBeenCalled();
    expect(shown()).toMatchObject({ bulk: undefined, failure: { code: 'offline' } });
    typed();
    await searching;
    await manage.saveAs('csv');
    expect(parts.save).toHaveBeenCalledOnce();
  });

  it('lets a list be saved where there is time for reading it', async () => {
    const { manage, parts, read } = open();
    const elsewhere = vi.fn();
    parts.saveElsewhere = elsewhere;
    await manage.look();
    read.followers.mockResolvedValue({ rows: [{ id: 'a0' }], total: 30 });
    await manage.turnTo('followers');
    await manage.saveAs('json');
    expect(elsewhere).toHaveBeenCalledExactlyOnceWith({
      channel: 'c1',
      list: 'followers',
      search: { name: '', sort: 'RECENT' },
      save: 'json',
    });
    expect(parts.save).not.toHaveBeenCalled();
  });

  it('saves what the place says where the panel is opened', async () => {
    const search = { name: '이', sort: 'LONGER' } as const;
    const { manage, parts, read } = open({}, { channel: 'c2', list: 'followers', search, save: 'csv' });
    await manage.look();
    expect(read.followers).toHaveBeenLastCalledWith('c2', 0, search);
    expect(parts.save).toHaveBeenCalledOnce();
    await manage.look();
    await manage.goTo({ channel: 'c2', list: 'followers' });
    expect(parts.save).toHaveBeenCalledOnce();
    await manage.goTo({ channel: 'c2', list: 'words', save: 'json' });
    expect(parts.save.mock.calls[1]?.[0].name).toMatch(/words.*json$/);
    await manage.goTo({ channel: 'c1', list: 'words', save: 'json' });
    expect(parts.save).toHaveBeenCalledTimes(3);
  });
});
