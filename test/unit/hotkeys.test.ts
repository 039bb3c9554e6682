import { describe, expect, it } from 'vitest';

import { chordOf, chordText, isChord, type KeyPress } from '../../lib/hotkeys/chord.ts';
import { buttonOfKey } from '../../lib/hotkeys/deed.ts';
import { queueDeedAt, queueHotkeys, queueHotkeysOf, queueKeyText } from '../../lib/hotkeys/queue-hotkeys.ts';
import { hotkeys, hotkeysAt, hotkeysOf, isKeyChoice, panelOf, withKey } from '../../lib/hotkeys/hotkeys.ts';
import { actionKinds } from '../../lib/moderation/action.ts';
import { usualButtons } from '../../lib/moderation/line-button.ts';
import { restrictionButtons } from '../../lib/moderation/restriction-buttons.ts';

const press = (key: string, code = '', held: Partial<KeyPress> = {}): string | undefined =>
  chordOf({ key, code, ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...held });

describe('the chord of a key press', () => {
  it.each([
    ['a letter', press('t', 'KeyT'), 't'],
    ['a letter with Shift', press('T', 'KeyT', { shiftKey: true }), 'Shift+t'],
    ['a letter with caps lock on', press('T', 'KeyT'), 't'],
    ['a sign that needs Shift', press('?', 'Slash', { shiftKey: true }), '?'],
    ['a digit with Control and Alt', press('1', 'Digit1', { ctrlKey: true, altKey: true }), 'Ctrl+Alt+1'],
    ['a named key', press('Escape', 'Escape'), 'Escape'],
    ['a Korean letter: where the key is', press('ㅓ', 'KeyJ'), 'j'],
    ['a Korean letter with Shift', press('ㅆ', 'KeyT', { shiftKey: true }), 'Shift+t'],
    ['a letter with ⌥ on a Mac', press('†', 'KeyT', { altKey: true }), 'Alt+t'],
    ['a dead key', press('Dead', 'KeyE', { altKey: true }), 'Alt+e'],
    ['a modifier alone', press('Shift', 'ShiftLeft', { shiftKey: true }), undefined],
    ['Tab, which is the browser’s', press('Tab', 'Tab'), undefined],
    ['Enter, which is the button’s', press('Enter', 'Enter'), undefined],
    ['a letter while it is composed', press('ㅓ', 'KeyJ', { isComposing: true }), undefined],
    ['a key that an input method took', press('Process', 'KeyJ', { keyCode: 229 }), undefined],
  ])('%s', (_what, chord, wanted) => {
    expect(chord).toBe(wanted);
    if (chord !== undefined) expect(isChord(chord)).toBe(true);
  });

  it('is shown with capital letters, and names stay as they are', () => {
    expect(['t', 'Shift+j', 'Escape', '?', 'Ctrl+Alt+1'].map(chordText)).toEqual([
      'T',
      'Shift+J',
      'Escape',
      '?',
      'Ctrl+Alt+1',
    ]);
  });

  it.each(['', 't', '?', '+', 'Ctrl+Alt+Shift+k', 'ArrowDown', 'F5'])('%j can be stored', (chord) => {
    expect(isChord(chord)).toBe(true);
  });

  it.each(['tt', 'Shift+', 'Shift+Ctrl+t', 't ', 'ㅓ', 7, null])('%j cannot', (chord) => {
    expect(isChord(chord)).toBe(false);
  });
});

describe('the hotkeys', () => {
  const of = (choices: Parameters<typeof withKey>[0] = [], buttons = usualButtons) =>
    hotkeysOf({ buttons, lengths: [60, 600], choices });

  it('have usual keys that differ from each other', () => {
    const keys = hotkeys.map(({ chord }) => chord).filter((chord) => chord !== '');
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.every(isChord)).toBe(true);
    expect(new Set(hotkeys.map(({ id }) => id)).size).toBe(hotkeys.length);
  });

  it('take in the lengths of the menu and the user’s own buttons, without a key at first', () => {
    const own = { id: 'spam', steps: [{ do: 'ban' }] } as const;
    const ids = of([], [...usualButtons, own])
      .filter(({ chord }) => chord === '')
      .map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['button:spam', 'length:60', 'length:600']));
    expect(ids).not.toContain('button:lengths');
    expect(of().some(({ id }) => id === 'button:spam')).toBe(false);
  });

  it('follow the user’s choice, and can lose their key', () => {
    const all = of([
      { id: 'button:ban', chord: 'x' },
      { id: 'length:60', chord: '1' },
      { id: 'button:timeout', chord: '' },
    ]);
    expect(hotkeysAt(all, 'x').map(({ id }) => id)).toEqual(['button:ban']);
    expect(hotkeysAt(all, '1').map(({ id }) => id)).toEqual(['length:60']);
    expect(hotkeysAt(all, 'b')).toEqual([]);
    expect(hotkeysAt(all, 't')).toEqual([]);
    expect(hotkeysAt(all, '')).toEqual([]);
  });

  it('are those of the buttons that there are, where the platform has no others', () => {
    const buttons = restrictionButtons(actionKinds);
    const all = hotkeysOf({ buttons, lengths: [], choices: [], only: true });
    const keys = all.filter(({ category }) => category === 'actions').map(({ id, chord }) => [id, chord]);
    expect(Object.fromEntries(keys)).toEqual({
      'button:copy': 'c',
      'button:card': '',
      'button:note': '',
      'button:watch': '',
      'button:sweep': 's',
      'button:next': 'n',
      'button:pin': 'p',
      'line.undo': 'z',
      'button:quiet': 't',
      'button:blind': 'd',
      'button:unpin': 'Shift+p',
    });
    expect(all.map(({ id }) => id)).toContain('line.down');
    expect(all.filter(({ id }) => id.startsWith('term:')).map(({ id }) => id)).toEqual(
      [1, 3, 7, 15, 30, 90].map((days) => `term:${days * 86_400}`).concat('term:for-good'),
    );
    const term = all.find(({ id }) => id === 'term:604800');
    expect(term && buttonOfKey(term, buttons, 'stage')?.steps).toEqual([{ do: 'bar', seconds: 604_800 }]);
    // A key that only CHZZK's buttons have can be taken away as well, and given back.
    const without = withKey([], 'button:quiet', '');
    expect(without).toEqual([{ id: 'button:quiet', chord: '' }]);
    expect(withKey(without, 'button:quiet', 't')).toEqual([]);
  });

  it('open the panels that there are on their platform, and none where nothing is moderated', () => {
    const on = (panelsOf: 'twitch' | 'chzzk' | 'nowhere') =>
      hotkeysOf({ buttons: usualButtons, lengths: [], choices: [], panelsOf })
        .map(panelOf)
        .filter((panel) => panel !== undefined);
    expect(on('twitch')).toEqual(['requests', 'sweep']);
    expect(on('chzzk')).toEqual(['sweep', 'room', 'manage']);
    expect(on('nowhere')).toEqual([]);
  });

  it('tell of conflicts, and do what the user chose before what is usual', () => {
    const all = of([{ id: 'button:ban', chord: 't' }]);
    expect(hotkeysAt(all, 't').map(({ id }) => id)).toEqual(['button:ban', 'button:timeout']);
  });

  it('keep only what differs from the usual', () => {
    const changed = withKey([], 'button:ban', 'x');
    expect(changed).toEqual([{ id: 'button:ban', chord: 'x' }]);
    expect(withKey(changed, 'button:ban', 'b')).toEqual([]);
    expect(withKey(changed, 'length:60', '')).toEqual(changed);
    expect([...changed, ...withKey([], 'line.down', '')].every(isKeyChoice)).toBe(true);
  });
});

describe('the hotkeys of the queue', () => {
  it('have usual keys that differ from each other and from the one that shows all', () => {
    const keys = [...queueHotkeys.map(({ chord }) => chord), '?'];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are kept like all others, and a usual key is no choice', () => {
    const choices = withKey([], 'queue.approve', 'y', queueHotkeys);
    expect(choices).toEqual([{ id: 'queue.approve', chord: 'y' }]);
    expect(choices.every(isKeyChoice)).toBe(true);
    expect([queueDeedAt('y', choices), queueDeedAt('a', choices)]).toEqual(['approve', undefined]);
    expect(withKey(choices, 'queue.approve', 'a', queueHotkeys)).toEqual([]);
  });

  it('yield to a key that the user chose', () => {
    const choices = [{ id: 'queue.card', chord: 'd' }];
    expect(queueDeedAt('d', choices)).toBe('card');
    expect(queueHotkeysOf(choices).every((hotkey) => queueKeyText(hotkey) !== undefined)).toBe(true);
  });

  it('hold in their panel alone', () => {
    expect(of('queue.down')).toBeUndefined();
    expect(queueKeyText({ id: 'line.down', category: 'lines', chord: 'j' })).toBeUndefined();
  });

  const of = (id: string) =>
    hotkeysOf({ buttons: usualButtons, lengths: [], choices: [] }).find((hotkey) => hotkey.id === id);
});
