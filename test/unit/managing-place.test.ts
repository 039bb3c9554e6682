import { describe, expect, it, vi } from 'vitest';

import { hashOfPlace, placeIn } from '../../lib/managing/place.ts';
import type { ManageParts } from '../../lib/managing/state.ts';
import { holdNext } from './hold.ts';
import { open } from './managing-parts.ts';

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

  it('says with which search a list is to be saved, and takes nothing from an address that is no search', () => {
    const search = { name: '이용자 & co', sort: 'LONGER', period: 3, tier: 'TIER_1' } as const;
    const place = { channel: id('a'), list: 'subscribers', search, save: 'csv' } as const;
    expect(placeIn(hashOfPlace(place))).toEqual(place);
    // What is looked for belongs to no address of a list alone.
    expect(hashOfPlace({ channel: id('a'), list: 'words', search })).toBe(`#chzzk/${id('a')}/words`);
    expect(placeIn(`#chzzk/${id('a')}/followers/json?sort=UP&tier=TIER_9&period=2`)).toEqual({
      channel: id('a'),
      list: 'followers',
      search: { name: '', sort: 'RECENT' },
      save: 'json',
    });
    expect(placeIn(`#chzzk/${id('a')}/followers/exe?name=x`)).toEqual({
      channel: id('a'),
      list: 'followers',
    });
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
    const late = holdNext(parts.readChannels);
    const before = manage.look();
    await vi.waitFor(() => expect(parts.readChannels).toHaveBeenCalledTimes(2));
    const going = manage.goTo({ channel: there.id });
    late([here]);
    await Promise.all([before, going]);
    expect(shown().channel).toBe(there.id);
  });
});
