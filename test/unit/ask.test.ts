import { describe, expect, it } from 'vitest';

import { deedOnCard } from '../../lib/hotkeys/card-deed.ts';
import { hotkeysOf } from '../../lib/hotkeys/hotkeys.ts';
import { askOf, asSet, buttonAsSet, insteadOf, needsReason } from '../../lib/moderation/ask.ts';
import { type LineButton, timeoutOf, usualButtons } from '../../lib/moderation/line-button.ts';
import { restrictionButtons } from '../../lib/moderation/restriction-buttons.ts';

const button = (over: Partial<LineButton> = {}): LineButton => ({ id: 'x', steps: [{ do: 'ban' }], ...over });

describe('whether a reason is asked for', () => {
  it.each<[string, LineButton[], 'may' | 'must' | undefined]>([
    ['not where nothing says so', [button()], undefined],
    ['not where no button does it', [button({ steps: [{ do: 'delete' }], ask: 'must' })], undefined],
    ['as its button says', [button({ ask: 'may' })], 'may'],
    [
      'as the strictest says',
      [button({ ask: 'may' }), button({ ask: 'must' }), button({ ask: 'may' })],
      'must',
    ],
    [
      'as one says that does more besides',
      [button({ steps: [{ do: 'delete' }, { do: 'ban' }], ask: 'must' })],
      'must',
    ],
    [
      'not as one says that is for another channel',
      [button({ ask: 'must', channels: ['other'] })],
      undefined,
    ],
    ['as one says that is for this channel', [button({ ask: 'must', channels: ['stage'] })], 'must'],
    [
      'not as one says that is not shown, beside one that is',
      [button(), button({ ask: 'must', hidden: true })],
      undefined,
    ],
    ['as one says that is not shown, where none is', [button({ ask: 'must', hidden: true })], 'must'],
  ])('%s', (_how, buttons, wanted) => {
    expect(askOf('ban', buttons, 'stage')).toBe(wanted);
  });

  it('for a timeout of any length as for one, or for the menu', () => {
    const long = button({ steps: [{ do: 'timeout', seconds: 86_400 }], ask: 'must' });
    const menu = button({ steps: [{ do: 'lengths' }], ask: 'may' });
    expect(asSet(timeoutOf(60), [...usualButtons, long], 'stage')).toEqual({ ...timeoutOf(60), ask: 'must' });
    expect(asSet(timeoutOf(60), [menu], 'stage').ask).toBe('may');
    expect(asSet(timeoutOf(60), [...usualButtons, button({ ask: 'must' })], 'stage')).toEqual(timeoutOf(60));
  });

  it('for a restriction as for those of the menu', () => {
    expect(askOf('bar', restrictionButtons(['quiet', 'bar']), 'stage')).toBe('may');
  });

  it('by a button of the user’s own as it says itself, by one of ours as others say', () => {
    const strict = button({ id: 'mine', ask: 'must' });
    const plain = button({ id: 'ban' });
    expect(buttonAsSet('ban', [plain, strict], 'stage')).toBe(plain);
    expect(buttonAsSet('ban', [strict], 'stage')?.ask).toBe('must');
    expect(buttonAsSet('ban', [], 'stage')?.ask).toBeUndefined();
    expect(buttonAsSet('nothing', [strict], 'stage')).toBeUndefined();
  });

  it('by the keys of lengths', () => {
    const strict = button({ steps: [{ do: 'timeout', seconds: 600 }], ask: 'must' });
    const hotkeys = hotkeysOf({
      buttons: [strict],
      lengths: [60],
      choices: [{ id: 'length:60', chord: '1' }],
    });
    expect(deedOnCard('1', hotkeys, [strict], 'stage')).toEqual({ ...timeoutOf(60), ask: 'must' });
    expect(deedOnCard('1', hotkeys, [], 'stage')).toEqual(timeoutOf(60));
  });

  it('on a card only where it must be given, and always for a warning', () => {
    const buttons = [button({ ask: 'must' }), button({ steps: [{ do: 'timeout' }], ask: 'may' })];
    const needed = (['ban', 'timeout', 'warn', 'unban'] as const).filter((kind) =>
      needsReason(kind, buttons, 'stage'),
    );
    expect(needed).toEqual(['ban', 'warn']);
  });
});

describe('what does the work of a menu or of the ladder', () => {
  const next = (over: Partial<LineButton> = {}) => button({ id: 'next', steps: [{ do: 'next' }], ...over });

  it('asks no less than was set for it, or for what was pressed', () => {
    expect(insteadOf(next(), button({ ask: 'must' })).ask).toBe('must');
    expect(insteadOf(next({ ask: 'must' }), button()).ask).toBe('must');
    expect(insteadOf(next({ ask: 'may' }), button({ ask: 'must' })).ask).toBe('must');
    expect(insteadOf(next(), button())).toEqual(button());
  });

  it('asks for no reason where one was given', () => {
    expect(insteadOf(next({ reason: 'typed' }), button({ ask: 'must' }))).toEqual(
      button({ reason: 'typed' }),
    );
    expect(insteadOf(next({ reason: 'usual', ask: 'may' }), button())).toEqual(
      button({ reason: 'usual', ask: 'may' }),
    );
  });
});
