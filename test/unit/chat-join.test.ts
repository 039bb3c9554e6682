import { existsSync, readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { Joint } from '../../lib/chat/join.ts';
import type { ChatMessage } from '../../lib/chat/message.ts';
import { messageFromEvent } from '../../lib/twitch/eventsub/chat-message.ts';

const userIds: Readonly<Record<string, string>> = { ann: '1', bob: '2', cleo: '3' };

/** What really was written. Texts and authors are few on purpose: they must be mixed up if they can be. */
interface Truth {
  readonly login: string;
  readonly text: string;
  /** The DOM shows it. */
  readonly shown: boolean;
  /** The probe knows its ids; `wrong`: a node that was used again still has those of another message. */
  readonly probe: 'silent' | 'right' | 'wrong';
  /** How often the stream tells of it. */
  readonly told: number;
}

const truths = fc.array(
  fc.record({
    login: fc.constantFrom(...Object.keys(userIds)),
    text: fc.constantFrom('hi', 'hi  ', 'lol', 'one more'),
    shown: fc.boolean(),
    probe: fc.constantFrom<Truth['probe']>('silent', 'silent', 'right', 'wrong'),
    told: fc.constantFrom(0, 1, 1, 2),
  }),
  { minLength: 1, maxLength: 14 },
);

const channel = { platform: 'twitch', login: 'mainstage' } as const;

const toldOf = ({ login, text }: Truth, index: number): ChatMessage => ({
  channel,
  id: `m${index}`,
  author: { login, name: login, id: userIds[login] ?? '' },
  text: text.trim(),
  deleted: false,
});

/** The line of `truth` as DOM and probe show it; `other` is the message whose ids a wrong probe gives. */
const shownOf = ({ login, text, probe }: Truth, index: number, other: Truth, at: number): ChatMessage => ({
  channel,
  ...(probe === 'right' && { id: `m${index}` }),
  ...(probe === 'wrong' && { id: `m${at}` }),
  author: {
    login,
    name: login,
    ...(probe === 'right' && { id: userIds[login] ?? '' }),
    ...(probe === 'wrong' && { id: userIds[other.login] ?? '' }),
  },
  text,
  deleted: false,
});

describe('joining the readers', () => {
  it('never gives a line the id of another message without a doubt, nor a person the id of another', () => {
    fc.assert(
      fc.property(truths, fc.infiniteStream(fc.nat()), (chat, random) => {
        const joint = new Joint();
        const pick = (below: number): number => (random.next().value as number) % below;
        const news = chat.flatMap((truth, index) =>
          Array.from({ length: truth.told }, () => (): void => joint.tell(toldOf(truth, index), index * 100)),
        );
        const lines = chat.flatMap((truth, index) => {
          if (!truth.shown) return [];
          const at = pick(chat.length);
          const other = chat[at] ?? truth;
          // A wrong id of which nobody else tells cannot be found out; the background refuses it by the login.
          const isHonest = truth.probe !== 'wrong' || (other.told > 0 && other.login !== truth.login);
          const honest = isHonest ? truth : { ...truth, probe: 'silent' as const };
          const shown = shownOf(honest, index, other, at);
          return [{ shown, truth, index }];
        });
        // Everything in any order, and then each line is read once more, as it is before somebody acts on it.
        const steps = [
          ...news,
          ...lines.map(
            ({ shown, index }) =>
              () =>
                void joint.join(shown, index * 100),
          ),
        ];
        while (steps.length > 0) steps.splice(pick(steps.length), 1)[0]?.();
        for (const { shown, truth, index } of lines) {
          const message = joint.join(shown, index * 100);
          expect(message.author.login).toBe(truth.login);
          if (message.id !== undefined && message.doubt === undefined) expect(message.id).toBe(`m${index}`);
          if (message.author.id !== undefined) expect(message.author.id).toBe(userIds[truth.login]);
          if (message.doubt === 'inferred') {
            const told = chat[Number(message.id?.slice(1))];
            expect([told?.login, told?.text.trim()]).toEqual([truth.login, truth.text.trim()]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds the ids of every line when the probe is dead and nothing is said twice', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(50), { minLength: 1 }), fc.boolean(), (texts, late) => {
        const joint = new Joint();
        const chat = texts.map((text): Truth => ({
          login: 'bob',
          text: `text ${text}`,
          shown: true,
          probe: 'silent',
          told: 1,
        }));
        const tell = (): void => chat.forEach((truth, index) => joint.tell(toldOf(truth, index), index));
        if (!late) tell();
        const read = (): ChatMessage[] =>
          chat.map((truth, index) => joint.join(shownOf(truth, index, truth, index), index));
        if (late) expect(read().every(({ id }) => id === undefined)).toBe(true);
        if (late) tell();
        expect(read()).toEqual(
          chat.map((truth, index) => ({
            ...toldOf(truth, index),
            ...shownOf(truth, index, truth, index),
            author: toldOf(truth, index).author,
            doubt: 'inferred',
          })),
        );
      }),
    );
  });

  it('knows the person where several messages could be meant, and does not choose among them', () => {
    const joint = new Joint();
    const truth: Truth = { login: 'bob', text: 'hi', shown: true, probe: 'silent', told: 1 };
    joint.tell(toldOf(truth, 1), 0);
    joint.tell(toldOf(truth, 2), 50);
    const message = joint.join(shownOf(truth, 1, truth, 1), 0);
    expect(message.id).toBeUndefined();
    expect(message.author.id).toBe('2');
    expect(message.doubt).toBeUndefined();
  });

  it('gives no id to a line about which the readers of the page contradict each other', () => {
    const joint = new Joint();
    const truth: Truth = { login: 'bob', text: 'hi', shown: true, probe: 'silent', told: 1 };
    joint.tell(toldOf(truth, 1), 0);
    const shown = { ...shownOf(truth, 1, truth, 1), doubt: 'contradicted' } as const;
    expect(joint.join(shown, 0)).toEqual(shown);
  });

  it('does not reach back for words of long ago', () => {
    const joint = new Joint();
    const truth: Truth = { login: 'bob', text: 'hi', shown: true, probe: 'silent', told: 1 };
    joint.tell(toldOf(truth, 1), 0);
    expect(joint.join(shownOf(truth, 2, truth, 2), 60_000).id).toBeUndefined();
  });

  it('gives a name that two people go by to neither, whatever was said', () => {
    const joint = new Joint();
    const truth: Truth = { login: 'bob', text: 'hi', shown: true, probe: 'silent', told: 1 };
    joint.tell(toldOf(truth, 1), 0);
    const another = toldOf({ ...truth, text: 'lol' }, 2);
    joint.tell({ ...another, author: { ...another.author, id: '9' } }, 50);
    for (const text of ['hi', 'lol']) {
      const message = joint.join(shownOf({ ...truth, text }, 1, truth, 1), 0);
      expect(message.author.id).toBeUndefined();
      expect(message.doubt).toBe('contradicted');
    }
  });

  it('reaches back for a line as far as it may have stood there', () => {
    const joint = new Joint();
    const truth: Truth = { login: 'bob', text: 'hi', shown: true, probe: 'silent', told: 1 };
    joint.tell(toldOf(truth, 1), 0);
    const shown = shownOf(truth, 1, truth, 1);
    expect(joint.join(shown, 60_000, 40_000).id).toBeUndefined();
    expect(joint.join(shown, 60_000, 0).id).toBe('m1');
    // What was said later is not in a line that stood there before.
    expect(joint.join(shown, -20_000, -60_000).id).toBeUndefined();
  });

  it('knows what was hidden since, and shown again, and keeps the words as they were written', () => {
    const joint = new Joint({ plain: (text) => text.replaceAll(/:\w+:|\s/g, '') });
    const truth: Truth = { login: 'bob', text: 'hi :smile:', shown: true, probe: 'silent', told: 1 };
    joint.tell(toldOf(truth, 1), 0);
    const shown = shownOf({ ...truth, text: 'hi' }, 1, truth, 1);
    expect(joint.join(shown, 0)).toMatchObject({ id: 'm1', text: 'hi :smile:', deleted: false });
    joint.hide('m1', true);
    expect(joint.join(shown, 0).deleted).toBe(true);
    joint.hide('m1', false);
    expect(joint.join(shown, 0).deleted).toBe(false);
  });

  it('knows the person of what was paid for, and gives the line no id', () => {
    const joint = new Joint();
    const truth: Truth = { login: 'bob', text: 'hi', shown: true, probe: 'silent', told: 1 };
    const { channel, author, text, deleted } = toldOf(truth, 1);
    joint.tell({ channel, author, text, deleted, paid: { for: 'donation' } }, 0);
    const message = joint.join(shownOf(truth, 1, truth, 1), 0);
    expect([message.id, message.author.id, message.doubt]).toEqual([undefined, '2', undefined]);
    // The line may be either of the two now.
    joint.tell(toldOf(truth, 2), 0);
    expect(joint.join(shownOf(truth, 1, truth, 1), 0).id).toBeUndefined();
  });

  it('is bounded', () => {
    const joint = new Joint({ capacity: 10 });
    const truth: Truth = { login: 'bob', text: 'hi', shown: true, probe: 'right', told: 1 };
    for (let index = 0; index < 100; index++)
      joint.tell({ ...toldOf(truth, index), text: `t${index}` }, index);
    expect(
      joint.join({ ...shownOf({ ...truth, probe: 'silent' }, 5, truth, 5), text: 't5' }, 5).id,
    ).toBeUndefined();
    expect(joint.join({ ...shownOf({ ...truth, probe: 'silent' }, 5, truth, 5), text: 't99' }, 99).id).toBe(
      'm99',
    );
  });
});

describe('a chat message of the event stream', () => {
  const own = {
    broadcaster_user_id: '10',
    broadcaster_user_login: 'mainstage',
    chatter_user_id: '2',
    chatter_user_login: 'bob',
    chatter_user_name: 'Bob',
    message_id: 'm1',
    message: { text: 'hi' },
    color: '#00FF7F',
    badges: [{ set_id: 'moderator', id: '1', info: '' }],
    reply: null,
    source_broadcaster_user_id: '11',
  };

  it('is read into the common form', () => {
    expect(messageFromEvent(own)).toEqual({
      channel: { platform: 'twitch', login: 'mainstage', id: '10' },
      id: 'm1',
      author: { login: 'bob', id: '2', name: 'Bob', color: '#00ff7f', badges: { moderator: '1' } },
      text: 'hi',
      deleted: false,
      sourceChannelId: '11',
    });
    expect(messageFromEvent({ ...own, message_type: 'channel_points_highlighted' })).toMatchObject({
      highlighted: true,
    });
    expect(messageFromEvent({ ...own, message: 'hi' })).toBeUndefined();
  });

  const recorded = '../shared/platforms/twitch/eventsub-examples.json';
  it.skipIf(!existsSync(recorded))('is read as the platform’s documentation records it', () => {
    const examples = JSON.parse(readFileSync(recorded, 'utf8')) as Record<string, unknown>;
    const payloads = eventsIn(examples['channel.chat.message@1']);
    expect(payloads.length).toBeGreaterThan(0);
    for (const payload of payloads) {
      expect(messageFromEvent(payload)).toMatchObject({
        id: (payload as { message_id: string }).message_id,
        author: { id: (payload as { chatter_user_id: string }).chatter_user_id },
      });
    }
  });
});

/** Every event in a recorded notification, wherever it stands. */
function eventsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('chatter_user_id' in value && 'message_id' in value) return [value];
  return Object.values(value).flatMap(eventsIn);
}
