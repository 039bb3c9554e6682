import { describe, expect, it } from 'vitest';

import { chzzkSite } from '../../lib/pages/chzzk/site.ts';
import { lossesOf as lossesIn, type PageHealth } from '../../lib/pages/health.ts';
import { readersOf as readersIn, reportOf, withHealth as noted } from '../../lib/pages/health-record.ts';
import { chzzkKind, siteOf } from '../../lib/pages/sites.ts';
import { twitchSite } from '../../lib/pages/twitch/site.ts';

const anchorNames = Object.keys(twitchSite.anchors);
const lossesOf = (seen: PageHealth) => lossesIn(twitchSite, seen);
const readersOf = (record: Parameters<typeof readersIn>[1]) => readersIn(twitchSite, record);
const withHealth = (before: Parameters<typeof noted>[1], seen: PageHealth, at: number) =>
  noted(twitchSite, before, seen, at);

/** A page of a live chat on which every anchor holds by its best selector, but for `changes`. */
const page = (changes: Record<string, number> = {}, rest: Partial<PageHealth> = {}): PageHealth => ({
  anchors: { ...Object.fromEntries(anchorNames.map((name) => [name, 0])), recordedLine: -1, ...changes },
  probe: true,
  ids: true,
  ...rest,
});

describe('what is off in a page', () => {
  it('is nothing when all holds, and nothing where there is no chat at all', () => {
    expect(lossesOf(page())).toEqual([]);
    expect(lossesOf({ anchors: Object.fromEntries(anchorNames.map((name) => [name, -1])) })).toEqual([]);
  });

  it('is what the missing anchor is for', () => {
    expect(lossesOf(page({ container: -1 }))).toEqual(['lossTools']);
    expect(lossesOf(page({ scroller: -1, room: -1 }))).toEqual(['lossRole', 'lossHolding']);
    // There now and then.
    expect(lossesOf(page({ badge: -1, deleted: -1, heldLine: -1 }))).toEqual([]);
    // The probe knows names without it.
    expect(lossesOf(page({ name: -1 }))).toEqual([]);
    expect(lossesOf(page({ name: -1 }, { probe: false }))).toEqual(['lossNames']);
  });

  it('is nothing in a recording, which has no ids and of which nobody knows what scrolls', () => {
    const { anchors } = page({ recordedLine: 0, room: -1, scroller: -1, body: -1 });
    expect(lossesOf({ anchors })).toEqual([]);
    // There the names in the lines are all that there is.
    expect(lossesOf({ anchors: { ...anchors, name: -1 } })).toEqual(['lossNames']);
  });

  it('is deleting, where nobody knows ids', () => {
    expect(lossesOf(page({}, { probe: false, ids: false }))).toEqual(['lossIds']);
    // Another extension shows them.
    expect(lossesOf(page({}, { probe: false }))).toEqual([]);
  });
});

describe('the record of a page', () => {
  it('knows since when each thing is as it is', () => {
    const first = withHealth(undefined, page(), 1_000);
    const again = withHealth(first, page({ scroller: 1 }, { probe: false }), 2_000);
    expect(again).toMatchObject({ at: 2_000, first: 1_000, probe: { is: false, since: 2_000 } });
    expect(again.anchors).toMatchObject({
      scroller: { is: 1, since: 2_000 },
      container: { is: 0, since: 1_000 },
    });
    // An empty chat says nothing about the probe.
    const { anchors } = page();
    expect(withHealth(again, { anchors }, 3_000)).toMatchObject({ at: 3_000, probe: { since: 2_000 } });
  });

  it('tells how each reader does', () => {
    const statesOf = (seen: PageHealth) =>
      readersOf(withHealth(undefined, seen, 1)).map(({ state }) => state);
    expect(statesOf(page())).toEqual(['works', 'works', 'absent']);
    expect(statesOf(page({}, { probe: false, ids: false }))).toEqual(['works', 'off', 'absent']);
    expect(statesOf(page({ scroller: -1 }))).toEqual(['partly', 'works', 'absent']);
    expect(statesOf({ anchors: page({ container: -1 }).anchors })).toEqual(['off', 'waits', 'absent']);
    expect(statesOf({ anchors: page({ recordedLine: 0, scroller: -1 }).anchors })).toEqual(['works']);
  });

  it('becomes a report without a name or a message', () => {
    const record = withHealth(undefined, page({ container: 2 }, { probe: false, ids: false }), 0);
    const report = reportOf({ channel: record }, '1.2.3', 'A browser');
    expect(report).toMatch(
      /^Sidestage 1\.2\.3; A browser\n\nchannel, seen 1970-01-01T00:00Z\n {2}dom: works/,
    );
    expect(report).toContain('  off: ids\n');
    expect(report).toContain(
      '  container: 3. [data-test-selector="chat-scrollable-area__message-container"]',
    );
  });
});

describe('a page of CHZZK’s', () => {
  const there = Object.fromEntries(Object.keys(chzzkSite.anchors).map((name) => [name, 0]));
  const chzzk = (changes: Record<string, number> = {}, rest: Partial<PageHealth> = {}): PageHealth => ({
    anchors: { ...there, ...changes },
    probe: true,
    ids: true,
    ...rest,
  });

  it('is told from Twitch’s by its kind', () => {
    expect(siteOf(chzzkKind('live'))).toBe(chzzkSite);
    expect(siteOf('channel')).toBe(twitchSite);
  });

  it('misses names and words also where the probe answers, and nothing where nobody has written yet', () => {
    expect(lossesIn(chzzkSite, chzzk())).toEqual([]);
    expect(lossesIn(chzzkSite, chzzk({ nickname: -1, text: -1 }))).toEqual(['lossNames', 'lossWords']);
    expect(lossesIn(chzzkSite, chzzk({ item: -1 }))).toEqual(['lossTools']);
    const empty = { message: -1, item: -1, nickname: -1, text: -1, hidden: -1, pinned: -1 };
    expect(lossesIn(chzzkSite, { anchors: { ...there, ...empty } })).toEqual([]);
    expect(lossesIn(chzzkSite, { anchors: { ...there, ...empty, log: -1 } })).toEqual([]);
  });

  it('is whole while one of two readers knows whose lines they are', () => {
    const statesOf = (seen: PageHealth) =>
      readersIn(chzzkSite, noted(chzzkSite, undefined, seen, 1)).map(({ name, state }) => `${name} ${state}`);
    expect(statesOf(chzzk())).toEqual(['dom works', 'probe works', 'socket spare']);
    const read = chzzk({}, { probe: false, stream: true });
    expect(statesOf(read)).toEqual(['dom works', 'probe off', 'socket works']);
    expect(lossesIn(chzzkSite, read)).toEqual([]);
    const lost = chzzk({}, { probe: false, ids: false, stream: false });
    expect(statesOf(lost)).toEqual(['dom works', 'probe off', 'socket off']);
    expect(lossesIn(chzzkSite, lost)).toEqual(['lossAuthors']);
  });

  it('needs no reading of ours any more in the next visit, where the probe works again', () => {
    const before = noted(chzzkSite, undefined, chzzk({}, { probe: false, stream: true }), 1);
    expect(noted(chzzkSite, before, chzzk(), 2)).not.toHaveProperty('stream');
  });

  it('stands in the report beside Twitch’s', () => {
    const record = noted(chzzkSite, undefined, chzzk({}, { probe: false, stream: true }), 0);
    const report = reportOf({ 'chzzk-live': record }, '1.2.3', 'A browser');
    expect(report).toContain('chzzk-live, seen 1970-01-01T00:00Z\n  dom: works');
    expect(report).toContain('  socket: works since');
    expect(report).toContain('  log: 1. aside#aside-chatting [role="log"]');
  });
});
