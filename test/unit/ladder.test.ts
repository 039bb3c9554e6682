import { describe, expect, it } from 'vitest';

import type { ActionKind, LoggedAction } from '../../lib/moderation/action.ts';
import {
  isRestrictionRung,
  isRung,
  nextStep,
  type Rung,
  usualLadder,
  usualRestrictions,
} from '../../lib/moderation/ladder.ts';

const day = 24 * 60 * 60 * 1000;
const now = 100 * day;
const counted = { channel: 'stage', login: 'bob', since: now - 30 * day };

const done = (kind: ActionKind, at = now - day, over: Partial<LoggedAction> = {}): LoggedAction => ({
  id: crypto.randomUUID(),
  action: { platform: 'twitch', channel: 'stage', kind, target: { login: 'bob', name: 'Bob' } },
  by: { id: '1', login: 'me' },
  at,
  ...over,
});
const next = (log: readonly LoggedAction[], ladder: readonly Rung[] = usualLadder) =>
  nextStep(ladder, log, counted);

describe('the offence ladder', () => {
  it('goes up by one rung for each offence, and stays at the top', () => {
    const log: LoggedAction[] = [];
    const climbed = ['warn', 'timeout', 'timeout', 'ban', 'ban'].map((kind) => {
      const step = next(log);
      log.push(done(kind as ActionKind));
      return [step?.offence, step?.rung];
    });
    expect(climbed).toEqual([
      [1, { kind: 'warn' }],
      [2, { kind: 'timeout', seconds: 600 }],
      [3, { kind: 'timeout', seconds: 3_600 }],
      [4, { kind: 'ban' }],
      [5, { kind: 'ban' }],
    ]);
  });

  it('forgets what is older than the period', () => {
    expect(next([done('timeout', now - 31 * day)])?.offence).toBe(1);
    expect(next([done('timeout', now - 30 * day)])?.offence).toBe(2);
  });

  it('counts neither what was taken back, nor deletions, nor other people and channels', () => {
    const elsewhere = done('ban');
    expect(
      next([
        done('ban', now - day, { undoneAt: now }),
        done('delete'),
        done('pin'),
        done('unban'),
        { ...elsewhere, action: { ...elsewhere.action, channel: 'other' } },
        { ...elsewhere, action: { ...elsewhere.action, target: { login: 'ann', name: 'Ann' } } },
      ])?.offence,
    ).toBe(1);
  });

  it('begins anew for whoever has taken over a login, where the id is known', () => {
    const { action, ...entry } = done('ban');
    const log = [{ ...entry, action: { ...action, target: { ...action.target, id: '1' } } }];
    expect(nextStep(usualLadder, log, { ...counted, id: '2' })?.offence).toBe(1);
    expect(nextStep(usualLadder, log, { ...counted, id: '1' })?.offence).toBe(2);
    expect(nextStep(usualLadder, log, counted)?.offence).toBe(2);
  });

  it('goes up by CHZZK’s restrictions, for whoever has the id, whatever they are called', () => {
    const hit = (kind: ActionKind, id: string) => {
      const { action, ...entry } = done(kind);
      return { ...entry, action: { ...action, target: { login: 'old name', name: 'old name', id } } };
    };
    const log = [hit('quiet', 'a1'), hit('bar', 'a1'), hit('blind', 'a1'), hit('bar', 'a2')];
    expect(nextStep(usualRestrictions, log, { ...counted, id: 'a1' })).toEqual({
      offence: 3,
      rung: { kind: 'bar', seconds: 7 * 86_400 },
    });
  });

  it.each<[unknown, boolean]>([
    [{ kind: 'quiet' }, true],
    [{ kind: 'bar' }, true],
    [{ kind: 'bar', seconds: 86_400 }, true],
    [{ kind: 'bar', seconds: 2 * 86_400 }, false],
    [{ kind: 'quiet', seconds: 60 }, false],
    [{ kind: 'ban' }, false],
    [{ kind: 'bar', more: 1 }, false],
    [null, false],
  ])('takes %j for a restriction: %s', (value, is) => expect(isRestrictionRung(value)).toBe(is));

  it('has nothing to say without rungs', () => {
    expect(next([], [])).toBeUndefined();
  });

  it.each<[unknown, boolean]>([
    [{ kind: 'warn' }, true],
    [{ kind: 'timeout', seconds: 1_209_600 }, true],
    [{ kind: 'timeout', seconds: 1_209_601 }, false],
    [{ kind: 'timeout' }, false],
    [{ kind: 'ban', seconds: 5 }, false],
    [{ kind: 'delete' }, false],
    [{ kind: 'ban', more: 1 }, false],
    ['ban', false],
  ])('%j is a rung: %s', (value, wanted) => {
    expect(isRung(value)).toBe(wanted);
  });
});
