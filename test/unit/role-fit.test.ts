import { describe, expect, it } from 'vitest';

import { subscriberText } from '../../components/in-page/people/badge-words.ts';
import { type LoggedAction, type RoleKind, roleKinds } from '../../lib/moderation/action.ts';
import { fitsRole } from '../../lib/moderation/role-fit.ts';
import { speakFrom } from '../../lib/text.ts';

const offered = (
  badges: Readonly<Record<string, string>> | undefined,
  history: readonly LoggedAction[] = [],
): readonly RoleKind[] =>
  roleKinds.filter(
    (kind) => ['mod', 'unmod', 'vip', 'unvip'].includes(kind) && fitsRole(kind, badges, 100, history),
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
    ['a moderator', { moderator: '1' }, ['unmod', 'vip']],
    ['a lead moderator', { lead_moderator: '1' }, ['unmod', 'vip']],
    ['a VIP', { vip: '1' }, ['mod', 'unvip']],
    ['somebody whose badges no reader saw', undefined, ['mod', 'unmod', 'vip', 'unvip']],
  ])('offers what changes something for %s', (_who, badges, kinds) => {
    expect(offered(badges)).toEqual(kinds);
  });

  it('knows what was done since the badges were seen, and not undone', () => {
    expect(offered({}, [did('vip', 200)])).toEqual(['mod', 'unvip']);
    expect(offered({}, [did('unvip', 300), did('vip', 200)])).toEqual(['mod', 'vip']);
    expect(offered({}, [did('vip', 200, 250)])).toEqual(['mod', 'vip']);
    expect(offered({}, [did('vip', 50)])).toEqual(['mod', 'vip']);
  });

  it('leaves suspicion alone, of which the page says nothing', () => {
    expect(fitsRole('restrict', { moderator: '1' }, 0, [])).toBe(true);
  });
});

describe('a subscription in words', () => {
  it.each([
    [{}, 'cardUnknown'],
    [{ badges: {} }, 'no'],
    [{ badges: { founder: '0' } }, 'badgeFounder'],
    [{ badges: { subscriber: '3016' } }, 'cardTier(cardAtLeast(cardMonths(16)) 3)'],
    [{ badges: { subscriber: '2003' }, months: 5 }, 'cardTier(cardMonths(5) 2)'],
    [{ badges: { subscriber: '0' } }, 'cardTier(cardAtLeast(cardMonth(1)) 1)'],
    [{ badges: { subscriber: 'odd' } }, 'yes'],
  ])('is %o: %s', (author, words) => {
    speakFrom((key, substitutions) =>
      substitutions.length > 0 ? `${key}(${substitutions.join(' ')})` : key,
    );
    expect(subscriberText(author)).toBe(words);
  });
});
