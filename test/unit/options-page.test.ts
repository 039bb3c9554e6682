import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { AccountsView } from '../../lib/accounts/accounts.ts';
import { catalogueTexts } from '../../lib/catalogue-text.ts';
import { FailureError, type Failure } from '../../lib/failure.ts';
import { appearanceOf } from '../../lib/options/appearance.ts';
import { createOptions, type OptionsParts, type OptionsState } from '../../lib/options/options.ts';
import { presetLimits, withPreset } from '../../lib/options/presets.ts';
import { hashOf, placeOf, sections } from '../../lib/options/sections.ts';
import { defaultSettings } from '../../lib/store/settings-table.ts';
import { loggedAction } from './logged-action.ts';

describe('the place on the page', () => {
  it('is in the address, there and back', () => {
    for (const section of sections) {
      expect(placeOf(hashOf(section))).toEqual({ section });
      expect(placeOf(hashOf(section, 'ban-user'))).toEqual({ section, detail: 'ban-user' });
    }
  });

  it('is the first section for any other address', () => {
    expect(placeOf('')).toEqual({ section: 'accounts' });
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(sections).toContain(placeOf(hash).section);
      }),
    );
  });
});

describe('presets', () => {
  it('move, come and go', () => {
    expect(withPreset([1, 60, 600], 30)).toEqual([1, 30, 60, 600]);
    expect(withPreset([600, 1], 30)).toEqual([600, 1, 30]);
    expect(presetLimits.max).toBe(1_209_600);
  });
});

describe('the look', () => {
  it('follows the settings, and the browser where they say so', () => {
    expect(appearanceOf(defaultSettings)).toEqual({
      'data-theme': null,
      'data-density': null,
      'data-font-size': null,
      'data-motion': null,
    });
    expect(
      appearanceOf({
        ...defaultSettings,
        'appearance.theme': 'dark',
        'appearance.density': 'compact',
        'appearance.fontSize': 'large',
        'appearance.motion': 'reduced',
      }),
    ).toEqual({
      'data-theme': 'dark',
      'data-density': 'compact',
      'data-font-size': 'large',
      'data-motion': 'reduced',
    });
  });
});

describe('a catalogue that was loaded by hand', () => {
  it('fills in what it is given, and knows only its own keys', () => {
    const texts = catalogueTexts({ moved: { message: '$2 → $1 ($1)' } });
    expect(texts('moved', ['a', '$1'])).toBe('$1 → a (a)');
    expect(texts('toString', [])).toBe('');
  });
});

describe('the options page', () => {
  let shown: OptionsState;
  // Only looked at as a whole here.
  const view = { accounts: [], signingIn: false, canSignIn: true } as Partial<AccountsView> as AccountsView;
  const parts = {
    readAccounts: vi.fn<OptionsParts['readAccounts']>(),
    signIn: vi.fn<OptionsParts['signIn']>(),
    signOut: vi.fn<OptionsParts['signOut']>(),
    readSettings: vi.fn<OptionsParts['readSettings']>(),
    writeSetting: vi.fn<OptionsParts['writeSetting']>(),
    facts: vi.fn<OptionsParts['log']['facts']>(),
    readPeople: vi.fn<OptionsParts['readPeople']>(() => Promise.resolve([])),
    forgetPerson: vi.fn<OptionsParts['forgetPerson']>(() => Promise.resolve()),
    readKept: vi.fn<OptionsParts['readKept']>(() => Promise.resolve([])),
    forgetKept: vi.fn<OptionsParts['forgetKept']>(() => Promise.resolve()),
    readHealth: vi.fn<OptionsParts['readHealth']>(() => Promise.resolve({})),
    undo: vi.fn<OptionsParts['undo']>(),
    unlock: vi.fn<OptionsParts['unlock']>(),
  };
  const open = () =>
    createOptions(
      {
        ...parts,
        log: {
          window: () => Promise.resolve({ entries: [loggedAction()] }),
          facts: parts.facts,
          save: () => undefined,
          now: () => 2_000,
        },
        show: (state) => (shown = state),
      },
      { section: 'accounts' },
    );
  const failing = (failure: Failure) => () => Promise.reject(new FailureError(failure));

  beforeEach(() => {
    for (const part of Object.values(parts)) part.mockReset();
    parts.readAccounts.mockResolvedValue(view);
    parts.signIn.mockResolvedValue({});
    parts.signOut.mockResolvedValue({});
    parts.readSettings.mockResolvedValue(defaultSettings);
    parts.writeSetting.mockResolvedValue({});
    parts.facts.mockResolvedValue({ count: 1, channels: [] });
    parts.undo.mockResolvedValue({});
  });

  it('reads everything at the start, and each failure is its own', async () => {
    parts.facts.mockImplementation(failing({ code: 'unreachable', reloaded: false }));
    await open().start();
    expect(shown).toMatchObject({
      signedIn: view,
      settings: defaultSettings,
      log: { entries: undefined, failure: { code: 'unreachable' } },
    });
    expect(shown.settingsFailure).toBeUndefined();
  });

  it('says how a change went, setting by setting', async () => {
    const page = open();
    await page.write('appearance.theme', 'dark');
    expect(shown.savings).toEqual({ 'appearance.theme': { state: 'saved' } });
    const failure: Failure = { code: 'bad-input', field: 'twitch.clientId', limit: 'x' };
    parts.writeSetting.mockImplementation(failing(failure));
    await page.write('twitch.clientId', 'BAD');
    expect(shown.savings).toEqual({
      'appearance.theme': { state: 'saved' },
      'twitch.clientId': { state: 'failed', failure },
    });
  });

  it('draws a choice before it is stored, holds to it whatever is read meanwhile, and takes a failed one back', async () => {
    const page = open();
    await page.start();
    const held = [Promise.withResolvers<unknown>(), Promise.withResolvers<unknown>()];
    for (const { promise } of held) parts.writeSetting.mockReturnValueOnce(promise);
    const writes = [page.write('appearance.theme', 'dark'), page.write('appearance.theme', 'light')];
    expect(shown.settings?.['appearance.theme']).toBe('light');
    await page.settingsChanged();
    held[0]?.resolve({});
    await writes[0];
    expect(shown.settings?.['appearance.theme']).toBe('light');
    expect(shown.savings).toEqual({ 'appearance.theme': { state: 'saving' } });
    held[1]?.reject(new FailureError({ code: 'storage', why: 'full' }));
    await writes[1];
    expect(shown.settings).toEqual(defaultSettings);
    expect(shown.savings['appearance.theme']).toMatchObject({ state: 'failed' });
  });

  it('forgets what it found about an application when another is entered, and not later', async () => {
    const page = open();
    await page.checking(Promise.resolve('unknown'));
    const held = Promise.withResolvers<unknown>();
    parts.writeSetting.mockReturnValueOnce(held.promise);
    const write = page.write('twitch.clientId', 'abc');
    expect(shown.clientCheck).toBeUndefined();
    await page.checking(Promise.resolve('fine'));
    held.resolve({});
    await write;
    expect(shown.clientCheck).toEqual({ state: 'checked', verdict: 'fine' });
  });

  it('looks again whether one can sign in when the client id changes', async () => {
    await open().write('twitch.clientId', 'abc');
    expect(parts.readAccounts).toHaveBeenCalledTimes(1);
  });

  it('takes an action back, and says when that failed', async () => {
    const page = open();
    await page.undo('a');
    expect(parts.undo).toHaveBeenCalledWith('a');
    expect(shown).toMatchObject({ undoing: undefined, log: { entries: [loggedAction()] } });
    parts.undo.mockImplementation(failing({ code: 'undo-gone' }));
    await page.undo('a');
    expect(shown.undoFailure).toEqual({ id: 'a', failure: { code: 'undo-gone' } });
    expect(shown.log.failure).toBeUndefined();
  });

  it('asks the account that acted for what an undoing lacks, and goes on with it', async () => {
    const page = open();
    const away = { code: 'actor-away', login: 'mod', why: 'signed-out' } as const;
    parts.undo.mockImplementationOnce(failing(away));
    await page.undo('a');
    parts.unlock.mockImplementationOnce(failing({ code: 'sign-in-closed' }));
    await page.unlock();
    expect(shown).toMatchObject({ undoing: undefined, undoFailure: { id: 'a', failure: away } });
    parts.unlock.mockResolvedValue({});
    await page.unlock();
    expect(parts.unlock.mock.calls).toEqual([
      ['sign-in', 'a'],
      ['sign-in', 'a'],
    ]);
    expect(parts.undo).toHaveBeenCalledTimes(2);
    expect(shown).toMatchObject({ undoing: undefined, undoFailure: undefined });
    await page.unlock();
    expect(parts.unlock).toHaveBeenCalledTimes(2);
  });

  it('keeps the failure of a sign-out in sight', async () => {
    parts.signOut.mockImplementation(failing({ code: 'offline' }));
    await open().signOut('twitch:1');
    expect(shown.accountsFailure).toEqual({ code: 'offline' });
  });
});
