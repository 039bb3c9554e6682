import { describe, expect, it } from 'vitest';

import { anchorNames } from '../../lib/pages/twitch/anchors.ts';
import { lossesOf, type PageHealth } from '../../lib/pages/twitch/health.ts';
import { readersOf, reportOf, withHealth } from '../../lib/pages/twitch/health-record.ts';

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
