import { describe, expect, it } from 'vitest';

import { type LoggedAction, type RoleKind, roleKinds } from '../../lib/moderation/action.ts';
import { changesRole, rolesOf } from '../../lib/moderation/roles.ts';

const offered = (
  badges: Readonly<Record<string, string>> | undefined,
  history: readonly LoggedAction[] = [],
): readonly RoleKind[] =>
  roleKinds.filter(
    (kind) =>
      ['mod', 'unmod', 'vip', 'unvip'].includes(kind) && changesRole(kind, rolesOf(badges, 100, history)),
  );

const did = (kind: RoleKind, at: number, undoneAt?: number): LoggedAction => ({
  id: `${kind}${at}`,
  action: { platform: 'twitch', channel: 'mainstage', kind, target: { login: 'bob', name: 'Bob' } },
  by: { id: 'twitch:1', login: 'me' },
  at,
  ...(undoneAt !== undefined && { undoneAt }),
});

describe('the menu of roles', () => {
  it.each([
    ['nobody special', {}, ['mod', 'vip']],
    ['a moderator', { moderator: '1' }, ['unmod']],
    ['a lead moderator', { lead_moderator: '1' }, ['unmod']],
    ['a VIP', { vip: '1' }, ['unvip']],
    ['somebody whose badges no reader saw', undefined, ['mod', 'unmod', 'vip', 'unvip']],
  ])('offers what changes something for %s', (_who, badges, kinds) => {
    expect(offered(badges)).toEqual(kinds);
  });

  it('knows what was done since the badges were seen, and not undone', () => {
    expect(offered({}, [did('vip', 200)])).toEqual(['unvip']);
    expect(offered({}, [did('unvip', 300), did('vip', 200)])).toEqual(['mod', 'vip']);
    expect(offered({}, [did('vip', 200, 250)])).toEqual(['mod', 'vip']);
    expect(offered({ vip: '1' }, [did('mod', 400), did('unvip', 300)])).toEqual(['unmod']);
    expect(offered(undefined, [did('unmod', 300)])).toEqual(['mod', 'vip', 'unvip']);
    expect(offered({}, [did('vip', 50)])).toEqual(['mod', 'vip']);
  });

  it('leaves suspicion alone, of which the page says nothing', () => {
    expect(changesRole('restrict', rolesOf({ moderator: '1' }))).toBe(true);
  });
});
