import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import { deedOnCard } from '../../lib/hotkeys/card-deed.ts';
import { buttonOfKey } from '../../lib/hotkeys/deed.ts';
import { type HotkeyId, hotkeysOf, type KeyChoice } from '../../lib/hotkeys/hotkeys.ts';
import { isForPerson, type LineButton, usualButtons } from '../../lib/moderation/line-button.ts';
import { keyTarget } from '../../lib/pages/key-target.ts';
import { questionOf, withReason } from '../../lib/pages/plan.ts';

describe('whom a key means', () => {
  it.each([
    ['nobody has the keyboard: the line', undefined, 'line'],
    ['a line of chat', '<div tabindex="0"><b id="at"></b></div>', 'line'],
    ['the field of chat', '<textarea id="at"></textarea>', 'nobody'],
    ['the editor of chat', '<div contenteditable="true"><p id="at"></p></div>', 'nobody'],
    ['a list to choose from', '<select id="at"></select>', 'nobody'],
    ['somebody else’s dialog', '<div role="dialog"><button id="at"></button></div>', 'nobody'],
    ['our card itself', '<section id="at" class="ss-panel" role="dialog"></section>', 'card'],
    [
      'a button of our card',
      '<section class="ss-panel" role="dialog"><button id="at"></button></section>',
      'card',
    ],
    ['a field of our card', '<section class="ss-panel" role="dialog"><input id="at" /></section>', 'nobody'],
    [
      'a question that stands on our card',
      '<section class="ss-panel" role="dialog"><div role="dialog"><button id="at"></button></div></section>',
      'nobody',
    ],
    [
      'a menu that is open on our card',
      '<section class="ss-panel" role="dialog"><div role="menu"><button id="at"></button></div></section>',
      'nobody',
    ],
  ])('%s', (_where, markup, target) => {
    const at = parseHTML(`<body>${markup ?? ''}</body>`).document.querySelector('#at');
    expect(keyTarget(at ?? undefined)).toBe(target);
  });
});

describe('what a key does on a card', () => {
  const spam: LineButton = { id: 'spam', steps: [{ do: 'ban' }, { do: 'say', text: 'bye {user}' }] };
  const quote: LineButton = { id: 'quote', steps: [{ do: 'say', text: 'who says “{message}”?' }] };
  const wipe: LineButton = { id: 'wipe', steps: [{ do: 'ban' }, { do: 'delete' }] };
  const buttons = [...usualButtons, spam, quote, wipe];
  const choices: KeyChoice[] = [
    { id: 'button:spam', chord: 's' },
    { id: 'button:quote', chord: 'q' },
    { id: 'button:wipe', chord: 'x' },
    { id: 'button:note', chord: 'e' },
    { id: 'length:60', chord: '1' },
    { id: 'button:unban', chord: 'ArrowDown' },
  ];
  const hotkeys = hotkeysOf({ buttons, lengths: [60], choices });
  const deed = (chord: string) => {
    const found = deedOnCard(chord, hotkeys, buttons, 'stage');
    return typeof found === 'object' ? found.id : found;
  };

  it.each([
    ['t', 'timeout'],
    ['b', 'ban'],
    ['w', 'warn'],
    ['n', 'next'],
    ['o', 'length'],
    ['s', 'spam'],
    ['e', 'note'],
    ['1', 'length'],
    ['z', 'line.undo'],
    ['?', 'help.keys'],
  ])('%s: %s', (chord, what) => {
    expect(deed(chord)).toBe(what);
  });

  it.each([
    ['d', 'a message would be deleted'],
    ['p', 'a message would be pinned'],
    ['c', 'a message would be copied'],
    ['q', 'a message would be quoted'],
    ['x', 'a step of it needs a message'],
    ['j', 'it walks through lines'],
    ['Escape', 'it closes the card'],
    ['ArrowDown', 'it moves the card, whatever the user bound to it'],
    ['g', 'nobody bound it'],
  ])('%s: nothing, since %s', (chord) => {
    expect(deed(chord)).toBeUndefined();
  });

  it('goes with the reason that stands on the card, and asks for one where none stands', () => {
    const warn: LineButton = { id: 'warn', steps: [{ do: 'warn' }], ask: 'must' };
    expect(questionOf(withReason(warn, 'too bright'), '').reason).toBe('no');
    expect(withReason({ ...spam, reason: 'spam' }, 'too bright').reason).toBe('too bright');
    expect(withReason(warn, '')).toEqual(warn);
    expect(withReason(spam, '')).toEqual(spam);
  });

  it('is what it does at a line, for the same length', () => {
    const hotkey = { id: 'length:60' as HotkeyId, category: 'lengths', chord: '1' } as const;
    expect(buttonOfKey(hotkey, buttons, 'stage')?.steps).toEqual([{ do: 'timeout', seconds: 60 }]);
    expect(buttonOfKey({ id: 'line.down', category: 'lines', chord: 'j' }, buttons, 'stage')).toBeUndefined();
    expect(usualButtons.filter(isForPerson).map(({ id }) => id)).not.toContain('delete');
  });
});
