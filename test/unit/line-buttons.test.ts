import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { hotkeys } from '../../lib/hotkeys/hotkeys.ts';
import { actionKinds, roleKinds } from '../../lib/moderation/action.ts';
import {
  fillIn,
  isLineButton,
  isThere,
  type LineButton,
  moreButtons,
  type Occasion,
  usualButtons,
} from '../../lib/moderation/line-button.ts';
import { mayDo, protection, type Protected } from '../../lib/moderation/protect.ts';
import { isReason, reasonsFor, usedReasons, withUsed } from '../../lib/moderation/reason.ts';
import { channelNamed } from '../../lib/pages/channel-at.ts';
import { actionsOf, buttonOfRung, doubtAbout, doubtOf, mayPress, questionOf } from '../../lib/pages/plan.ts';

const button = (over: Partial<LineButton> = {}): LineButton => ({ id: 'x', steps: [{ do: 'ban' }], ...over });
const message: ChatMessage = {
  channel: { platform: 'twitch', login: 'stage' },
  id: '0f2a1b3c-0000-4000-8000-000000000001',
  author: { login: 'bob', name: 'Bob' },
  text: 'buy {user} now',
  deleted: false,
};

describe('when a button is there', () => {
  const occasion = (over: Partial<Occasion> = {}): Occasion => ({
    channel: 'stage',
    deleted: false,
    newcomer: false,
    held: [],
    ...over,
  });

  it.each<[string, Partial<LineButton>, Partial<Occasion>, boolean]>([
    ['always', {}, {}, true],
    ['with a key only', { hidden: true }, {}, false],
    ['on deleted messages: here not', { deleted: 'only' }, {}, false],
    ['on deleted messages', { deleted: 'only' }, { deleted: true }, true],
    ['not on deleted messages', { deleted: 'never' }, { deleted: true }, false],
    ['while Alt is held: it is not', { held: 'alt' }, { held: ['shift'] }, false],
    ['while Alt is held', { held: 'alt' }, { held: ['alt', 'shift'] }, true],
    ['for newcomers: this is none', { newcomers: true }, {}, false],
    ['for newcomers', { newcomers: true }, { newcomer: true }, true],
    ['in other channels', { channels: ['elsewhere'] }, {}, false],
    ['in this channel', { channels: ['elsewhere', 'stage'] }, {}, true],
    ['in no channel in particular', { channels: [] }, {}, true],
  ])('%s', (_when, over, seen, wanted) => {
    expect(isThere(button(over), occasion(seen))).toBe(wanted);
  });
});

describe('what may be stored as a button', () => {
  it('are all of ours', () => {
    for (const own of [...usualButtons, ...moreButtons]) expect(isLineButton(own)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['no steps', { id: 'x', steps: [] }],
    ['no id', { steps: [{ do: 'ban' }] }],
    ['an id that is none', { id: 'X y', steps: [{ do: 'ban' }] }],
    ['a step that is none', { id: 'x', steps: [{ do: 'explode' }] }],
    ['a length that is none', { id: 'x', steps: [{ do: 'timeout', seconds: 0 }] }],
    ['a length of a ban', { id: 'x', steps: [{ do: 'ban', seconds: 5 }] }],
    ['nothing to say', { id: 'x', steps: [{ do: 'say', text: '' }] }],
    ['six steps', { id: 'x', steps: Array.from({ length: 6 }, () => ({ do: 'ban' })) }],
    ['a field that nobody knows', { ...button(), run: 'alert(1)' }],
    ['an icon that is none', { ...button(), icon: 'skull' }],
    ['a label in two lines', { ...button(), label: 'a\nb' }],
    ['a channel that is none', { ...button(), channels: ['Not a login'] }],
  ])('not: %s', (_what, value) => {
    expect(isLineButton(value)).toBe(false);
  });

  it('is decided without a throw, whatever comes', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(isLineButton(value)).toBe(false);
      }),
    );
  });
});

describe('a message from a template', () => {
  const facts = { user: 'bob', name: 'Bob', message: 'look {user}', channel: 'stage' };

  it('is filled in once, never again from what was filled in', () => {
    expect(fillIn('@{name} ({user}) in {channel}: “{message}” {other}', facts)).toBe(
      '@Bob (bob) in stage: “look {user}” {other}',
    );
  });

  it('is no longer than Twitch takes, and cuts no letter in two', () => {
    expect(fillIn('{message}', { ...facts, message: '😀'.repeat(600) })).toBe('😀'.repeat(500));
  });
});

describe('what a press comes to', () => {
  it('is one action for each step, with the reason of the button, the answer, or none', () => {
    const several = button({
      steps: [
        { do: 'delete' },
        { do: 'timeout', seconds: 60 },
        { do: 'say', text: 'Bye {user}' },
        { do: 'copy' },
      ],
      reason: 'spam',
    });
    expect(actionsOf(several, message)).toEqual([
      { kind: 'delete', reason: 'spam' },
      { kind: 'timeout', seconds: 60, reason: 'spam' },
      { kind: 'say', text: 'Bye bob' },
    ]);
    expect(actionsOf(several, message, { reason: 'other' })[0]).toEqual({ kind: 'delete', reason: 'other' });
    expect(actionsOf(button(), message)).toEqual([{ kind: 'ban' }]);
  });

  it('takes the length that was asked for, and does nothing without it', () => {
    const any = button({ steps: [{ do: 'timeout' }] });
    expect(questionOf(any, '')).toEqual({ length: true, reason: 'no' });
    expect(actionsOf(any, message, { seconds: 90 })).toEqual([{ kind: 'timeout', seconds: 90 }]);
    expect(actionsOf(any, message)).toEqual([]);
  });

  it.each<[string, LineButton, string, string]>([
    ['not at all', button(), '', 'no'],
    ['if the user likes', button({ ask: 'may' }), '', 'may'],
    ['always, if the user says so', button({ ask: 'must', reason: 'x' }), 'usual', 'must'],
    ['for a warning without one', button({ steps: [{ do: 'warn' }] }), '', 'must'],
    ['not for a warning that has the usual one', button({ steps: [{ do: 'warn' }] }), 'usual', 'no'],
    ['not for a warning that has its own', button({ steps: [{ do: 'warn' }], reason: 'x' }), '', 'no'],
  ])('asks for a reason: %s', (_when, pressed, usual, wanted) => {
    expect(questionOf(pressed, usual).reason).toBe(wanted);
  });

  it('of a rung is what the rung says', () => {
    expect(actionsOf(buttonOfRung({ kind: 'timeout', seconds: 600 }), message)).toEqual([
      { kind: 'timeout', seconds: 600 },
    ]);
    expect(actionsOf(buttonOfRung({ kind: 'ban' }), message)).toEqual([{ kind: 'ban' }]);
  });
});

describe('who is protected', () => {
  const who: readonly Protected[] = ['self', 'broadcaster', 'moderator'];

  it('is the same to the page and to the background, for every kind and everybody', () => {
    for (const kind of actionKinds) {
      for (const asBroadcaster of [false, true]) {
        for (const standing of who.filter((one) => !asBroadcaster || one !== 'broadcaster')) {
          const actorId = asBroadcaster ? '10' : '1';
          const ids = { self: actorId, broadcaster: '10', moderator: '30' };
          const refused = protection({
            kind,
            targetId: ids[standing],
            targetLogin: 'x',
            channelId: '10',
            actorId,
            targetModerates: standing === 'moderator',
          });
          expect(refused === undefined, `${kind} ${standing} ${asBroadcaster}`).toBe(
            mayDo(kind, standing, asBroadcaster),
          );
        }
      }
    }
  });

  it.each<[string, Protected, boolean, boolean]>([
    ['a moderator times out another moderator', 'moderator', false, false],
    ['the broadcaster times out a moderator', 'moderator', true, true],
    ['a moderator times out the broadcaster', 'broadcaster', false, false],
    ['somebody times out oneself', 'self', true, false],
  ])('%s', (_what, standing, asBroadcaster, wanted) => {
    expect(mayDo('timeout', standing, asBroadcaster)).toBe(wanted);
  });

  it('may delete what one wrote oneself, and pin what anybody wrote', () => {
    expect(mayDo('delete', 'self', false)).toBe(true);
    expect(who.every((standing) => mayDo('pin', standing, false))).toBe(true);
  });

  it('holds for all steps of a button, and for the menu and the ladder', () => {
    const pressed = (steps: LineButton['steps']): boolean =>
      mayPress(button({ steps }), 'self', false, message);
    expect(pressed([{ do: 'delete' }])).toBe(true);
    expect(pressed([{ do: 'delete' }, { do: 'ban' }])).toBe(false);
    expect(pressed([{ do: 'lengths' }])).toBe(false);
    expect(pressed([{ do: 'next' }])).toBe(false);
    expect(pressed([{ do: 'copy' }])).toBe(true);
  });

  it('deletes nothing where the message’s id is not known', () => {
    const { channel, author, text, deleted } = message;
    const nameless = { channel, author, text, deleted };
    expect(mayPress(button({ steps: [{ do: 'delete' }] }), undefined, false, nameless)).toBe(false);
    expect(mayPress(button({ steps: [{ do: 'pin' }] }), undefined, false, nameless)).toBe(false);
    expect(mayPress(button(), undefined, false, nameless)).toBe(true);
  });

  it('gives roles to those who do not have them, and takes them from those who do', () => {
    const roles = (who: Parameters<typeof mayPress>[1], isOwn: boolean, badges?: Record<string, string>) => {
      const about = { ...message, author: { ...message.author, ...(badges && { badges }) } };
      return roleKinds
        .filter((kind) => mayPress(button({ steps: [{ do: kind }] }), who, isOwn, about))
        .join(' ');
    };
    expect(roles(undefined, true, {})).toBe('mod vip monitor restrict trust');
    expect(roles('moderator', true, { moderator: '1' })).toBe('unmod monitor restrict trust');
    expect(roles('moderator', true, { lead_moderator: '1' })).toBe('unmod monitor restrict trust');
    expect(roles(undefined, true, { vip: '1' })).toBe('unvip monitor restrict trust');
    // Who wears what, nobody has said.
    expect(roles(undefined, true)).toBe('mod unmod vip unvip monitor restrict trust');
    // A moderator gives no roles, and marks no other one.
    expect(roles(undefined, false, {})).toBe('monitor restrict trust');
    expect(roles('moderator', false, { moderator: '1' })).toBe('trust');
    for (const who of ['self', 'broadcaster'] as const) expect(roles(who, true, {})).toBe('');
    // A staff member is protected like a moderator, and is none.
    expect(roles('moderator', true, { staff: '1' })).toBe('mod vip monitor restrict trust');
  });

  it('gives a role as a step among others', () => {
    const welcome = button({ steps: [{ do: 'vip' }, { do: 'say', text: 'Welcome, {name}!' }] });
    expect(actionsOf(welcome, message)).toEqual([{ kind: 'vip' }, { kind: 'say', text: 'Welcome, Bob!' }]);
    expect(isLineButton(welcome)).toBe(true);
    expect(hotkeys.filter(({ id }) => id === 'button:vip')).toMatchObject([
      { category: 'actions', chord: '' },
    ]);
  });

  it('takes down what is pinned, and does nothing else to it', () => {
    const may = (step: LineButton['steps'][number]['do'], where: ChatMessage) =>
      mayPress({ id: 'x', steps: [{ do: step } as LineButton['steps'][number]] }, undefined, false, where);
    const pinned = { ...message, pinned: true } as const;
    expect([may('unpin', pinned), may('copy', pinned)]).toEqual([true, true]);
    expect([may('ban', pinned), may('delete', pinned), may('unpin', message)]).toEqual([false, false, false]);
  });
});

describe('reasons', () => {
  const list = [
    { text: 'spam' },
    { text: 'rule 3', channel: 'stage' },
    { text: 'rude' },
    { text: 'x', channel: 'other' },
  ];

  it('come with those used last in front, then the channel’s own', () => {
    const texts = (used: readonly string[]) => reasonsFor(list, 'stage', used).map(({ text }) => text);
    expect(texts([])).toEqual(['rule 3', 'spam', 'rude']);
    expect(texts(['rude', 'typed by hand', 'x'])).toEqual(['rude', 'rule 3', 'spam']);
  });

  it('end with the rules that the channel shows, each once, and used ones in front', () => {
    expect(reasonsFor(list.slice(0, 1), 'stage', ['be kind'], ['spam', 'English only', 'be kind'])).toEqual([
      { text: 'be kind', isRule: true },
      { text: 'spam', isRule: false },
      { text: 'English only', isRule: true },
    ]);
  });

  it('are remembered by their last use', () => {
    expect(withUsed(['a', 'b'], 'b')).toEqual(['b', 'a']);
    expect(withUsed(['a'], '')).toEqual(['a']);
    const entry = (reason?: string) => ({
      id: '1',
      action: {
        platform: 'twitch' as const,
        channel: 'stage',
        kind: 'ban' as const,
        target: { login: 'bob', name: 'Bob' },
        ...(reason !== undefined && { reason }),
      },
      by: { id: '1', login: 'me' },
      at: 0,
    });
    expect(usedReasons([entry('b'), entry(), entry('a'), entry('b')])).toEqual(['b', 'a']);
  });

  it.each<[unknown, boolean]>([
    [{ text: 'spam' }, true],
    [{ text: 'spam', channel: 'stage' }, true],
    [{ text: '  ' }, false],
    [{ text: 'a\nb' }, false],
    [{ text: 'x', channel: 'No' }, false],
    [{ text: 'x', channel: '0123456789abcdef0123456789abcdef' }, true],
    [{ text: 'x', channel: '0123456789abcdef0123456789' }, false],
    [{ text: 'x', more: 1 }, false],
    [null, false],
  ])('%j: %s', (value, wanted) => {
    expect(isReason(value)).toBe(wanted);
  });
});

describe('the channel that somebody wrote', () => {
  const id = '0123456789abcdef0123456789abcdef';
  it.each([
    [' StageHand ', 'stagehand'],
    ['https://www.twitch.tv/StageHand', 'stagehand'],
    [`https://chzzk.naver.com/live/${id}`, id],
    [`https://chzzk.naver.com/${id.toUpperCase()}`, id],
    ['', ''],
    ['무대', '무대'],
  ])('%s: %s', (words, wanted) => {
    expect(channelNamed(words)).toBe(wanted);
  });
});

describe('a message whose id is not certain', () => {
  const message = (doubt?: ChatMessage['doubt']): ChatMessage => ({
    channel: { platform: 'twitch', login: 'mainstage' },
    id: 'm1',
    author: { login: 'bob', name: 'Bob' },
    text: 'hi',
    deleted: false,
    ...(doubt && { doubt }),
  });
  const doing = (...steps: LineButton['steps']): LineButton => ({ id: 'x', steps });

  it('makes only what hits the message ask first, while its author is certain', () => {
    expect(doubtOf(doing({ do: 'delete' }), message('inferred'))).toBe('inferred');
    expect(doubtOf(doing({ do: 'ban' }, { do: 'delete' }), message('inferred'))).toBe('inferred');
    expect(doubtOf(doing({ do: 'ban' }), message('inferred'))).toBeUndefined();
    expect(doubtOf(doing({ do: 'delete' }), message())).toBeUndefined();
  });

  it('makes every action ask first where readers contradict each other', () => {
    expect(doubtOf(doing({ do: 'ban' }), message('contradicted'))).toBe('contradicted');
    expect(doubtOf(doing({ do: 'copy' }), message('contradicted'))).toBeUndefined();
    expect(doubtAbout(['unban'], message('contradicted'))).toBe('contradicted');
    expect(doubtAbout(['unban'], message('inferred'))).toBeUndefined();
  });
});
