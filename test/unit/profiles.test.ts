import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isChannelProfile, type Profile, profileLimits } from '../../lib/moderation/profile.ts';
import {
  profileIn,
  profileProblem,
  removing,
  renaming,
  settingsIn,
  settingsOf,
  withChannelProfile,
  withOwn,
  withoutOwn,
  withProfile,
} from '../../lib/moderation/profiles.ts';
import { isProfile } from '../../lib/store/profile-table.ts';
import { defaultSettings, refusals, type Settings } from '../../lib/store/settings-table.ts';

const strict: Profile = { name: 'Strict', own: { 'moderation.defaultReason': 'Rule 1' } };
const raid: Profile = { name: 'Raid night', own: { 'moderation.timeoutPresets': [60] } };

const settings = (change: Partial<Settings> = {}): Settings => ({
  ...defaultSettings,
  'moderation.profiles': [strict, raid],
  ...change,
});

describe('which profile is in force', () => {
  it('is the usual one, the chosen one, or the channel’s', () => {
    expect(profileIn(settings(), 'mainstage')).toBe('');
    const chosen = settings({ 'moderation.profile': 'Strict' });
    expect(profileIn(chosen, 'mainstage')).toBe('Strict');
    const own = {
      ...chosen,
      'moderation.channelProfiles': [{ channel: 'mainstage', profile: 'Raid night' }],
    };
    expect(profileIn(own, 'mainstage')).toBe('Raid night');
    expect(profileIn(own, 'elsewhere')).toBe('Strict');
    expect(profileIn(own)).toBe('Strict');
  });

  it('may be the usual one in one channel alone', () => {
    const own = settings({
      'moderation.profile': 'Strict',
      'moderation.channelProfiles': [{ channel: 'mainstage', profile: '' }],
    });
    expect(profileIn(own, 'mainstage')).toBe('');
    expect(settingsIn(own, 'mainstage')['moderation.defaultReason']).toBe('');
    expect(settingsIn(own, 'elsewhere')['moderation.defaultReason']).toBe('Rule 1');
  });

  it('is the usual one where the named one is not there', () => {
    const gone = settings({
      'moderation.profile': 'Gone',
      'moderation.channelProfiles': [{ channel: 'mainstage', profile: 'Gone too' }],
    });
    expect(profileIn(gone, 'mainstage')).toBe('');
    expect(profileIn(gone, 'elsewhere')).toBe('');
  });

  it('leaves as usual what it does not have of its own', () => {
    const here = settingsOf(settings({ 'moderation.defaultReason': 'Spam' }), 'Raid night');
    expect(here['moderation.timeoutPresets']).toEqual([60]);
    expect(here['moderation.defaultReason']).toBe('Spam');
  });
});

describe('changing profiles', () => {
  it('makes one like the one that is shown', () => {
    const all = withProfile([strict], ' Late ', 'Strict');
    expect(all[1]).toEqual({ name: 'Late', own: strict.own });
    expect(withProfile([strict], 'New', '')[1]).toEqual({ name: 'New', own: {} });
  });

  it('says what is wrong with a name', () => {
    expect(profileProblem([strict], '  ')).toBe('empty');
    expect(profileProblem([strict], 'STRICT')).toBe('taken');
    expect(profileProblem([strict], 'strict', 'Strict')).toBeUndefined();
    const many = Array.from({ length: profileLimits.profiles }, (_, place) => ({
      name: `p${place}`,
      own: {},
    }));
    expect(profileProblem(many, 'one more')).toBe('too-many');
  });

  it('gives it a setting of its own, and takes it away again', () => {
    const all = withOwn([strict, raid], 'Strict', 'moderation.reasons', [{ text: 'Be kind' }]);
    expect(all[0]?.own['moderation.reasons']).toEqual([{ text: 'Be kind' }]);
    expect(all[1]).toBe(raid);
    expect(withoutOwn(all, 'Strict', ['moderation.reasons'])[0]).toEqual(strict);
  });

  it('renames it wherever it is named', () => {
    const named = settings({
      'moderation.profile': 'Strict',
      'moderation.channelProfiles': [
        { channel: 'one', profile: 'Strict' },
        { channel: 'two', profile: 'Raid night' },
      ],
    });
    expect(renaming(named, 'Strict', 'Firm')).toEqual({
      'moderation.profiles': [{ ...strict, name: 'Firm' }, raid],
      'moderation.profile': 'Firm',
      'moderation.channelProfiles': [
        { channel: 'one', profile: 'Firm' },
        { channel: 'two', profile: 'Raid night' },
      ],
    });
    expect(renaming(named, 'Strict', 'raid NIGHT')).toEqual({});
  });

  it('takes it away with all that names it', () => {
    const named = settings({
      'moderation.profile': 'Strict',
      'moderation.channelProfiles': [
        { channel: 'one', profile: 'Strict' },
        { channel: 'two', profile: 'Raid night' },
      ],
    });
    expect(removing(named, 'Strict')).toEqual({
      'moderation.profiles': [raid],
      'moderation.profile': '',
      'moderation.channelProfiles': [{ channel: 'two', profile: 'Raid night' }],
    });
  });

  it('gives a channel one, another one, and none', () => {
    const first = withChannelProfile(settings(), 'one', 'Strict');
    expect(first).toEqual([{ channel: 'one', profile: 'Strict' }]);
    const set = settings({ 'moderation.channelProfiles': first });
    expect(withChannelProfile(set, 'one', '')).toEqual([{ channel: 'one', profile: '' }]);
    expect(withChannelProfile(set, 'one', undefined)).toEqual([]);
  });
});

describe('what is stored', () => {
  it.each([
    ['no name', { name: ' ', own: {} }],
    ['a setting that no profile has', { name: 'x', own: { 'appearance.theme': 'dark' } }],
    ['a value that does not fit', { name: 'x', own: { 'moderation.timeoutPresets': [0] } }],
    ['more than belongs to it', { name: 'x', own: {}, more: 1 }],
    ['a list instead of settings', { name: 'x', own: [] }],
  ])('is no profile: %s', (_what, value) => {
    expect(isProfile(value)).toBe(false);
    expect(refusals({ 'moderation.profiles': [value] })).toHaveLength(1);
  });

  it('knows channels with a profile', () => {
    expect(isChannelProfile({ channel: 'mainstage', profile: '' })).toBe(true);
    expect(isChannelProfile({ channel: 'Main Stage', profile: '' })).toBe(false);
    expect(isChannelProfile({ channel: 'mainstage' })).toBe(false);
  });

  it('fits whatever is done to it', () => {
    const name = fc.constantFrom('Strict', 'Raid night', 'a', 'B', ' ');
    const channel = fc.constantFrom('one', 'two');
    const step = fc.oneof(
      name.map((wanted) => (all: Settings): Partial<Settings> => ({
        'moderation.profiles': withProfile(all['moderation.profiles'], wanted, 'Strict'),
      })),
      fc.tuple(name, name).map(
        ([before, after]) =>
          (all: Settings) =>
            renaming(all, before, after),
      ),
      name.map((gone) => (all: Settings) => removing(all, gone)),
      name.map((wanted) => (): Partial<Settings> => ({ 'moderation.profile': wanted })),
      fc.tuple(channel, fc.option(name, { nil: undefined })).map(([where, wanted]) => (all: Settings) => ({
        'moderation.channelProfiles': withChannelProfile(all, where, wanted),
      })),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), channel, (steps, where) => {
        const end = steps.reduce<Settings>((all, take) => ({ ...all, ...take(all) }), settings());
        expect(refusals(end)).toEqual([]);
        const inForce = profileIn(end, where);
        expect(['', ...end['moderation.profiles'].map((one) => one.name)]).toContain(inForce);
      }),
    );
  });
});
