import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';

import type { ChatMessage } from '../../lib/chat/message.ts';
import type { LineButton } from '../../lib/moderation/line-button.ts';
import { actionsOf, doubtOf, mayPress } from '../../lib/pages/plan.ts';
import { EventReader } from '../../lib/pages/twitch/event-reader.ts';
import { readLine } from '../../lib/pages/twitch/line.ts';
import type { LineFacts } from '../../lib/pages/twitch/probe/wire.ts';
import { messageFromEvent } from '../../lib/twitch/eventsub/chat-message.ts';

const userIds: Readonly<Record<string, string>> = { ann: '1', bob: '2', cleo: '3' };
const idOf = (index: number): string => `0f2a1b3c-0000-4000-8000-${String(index).padStart(12, '0')}`;
const remove: LineButton = { id: 'delete', steps: [{ do: 'delete' }] };
const ban: LineButton = { id: 'ban', steps: [{ do: 'ban' }] };

/** One message, and what each reader has of it. Few authors and few words, so that they are mixed up if they can be. */
interface Truth {
  readonly login: string;
  readonly text: string;
  readonly dom: 'none' | 'twitch' | 'ffz' | '7tv';
  readonly probe: 'silent' | 'right' | 'of another';
  /** Times that the stream tells of it; it may be told as deleted as well. */
  readonly told: number;
  readonly deleted: boolean;
}

const truths = fc.array(
  fc.record<Truth>({
    login: fc.constantFrom(...Object.keys(userIds)),
    text: fc.constantFrom('hi', 'lol', 'one  more'),
    dom: fc.constantFrom<Truth['dom']>('none', 'twitch', 'twitch', 'ffz', '7tv'),
    probe: fc.constantFrom<Truth['probe']>('silent', 'silent', 'right', 'of another'),
    told: fc.constantFrom(0, 1, 1, 2),
    deleted: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** As Twitch's event stream tells it. @see https://dev.twitch.tv/docs/eventsub/eventsub-subscription-types/#channelchatmessage */
const eventOf = ({ login, text }: Truth, index: number): object => ({
  broadcaster_user_id: '12',
  broadcaster_user_login: 'mainstage',
  chatter_user_id: userIds[login],
  chatter_user_login: login,
  chatter_user_name: login,
  message_id: idOf(index),
  message: { text },
  message_type: 'text',
  color: '',
  badges: [],
  reply: null,
});

function lineOf({ login, text, dom }: Truth, index: number): Element {
  const markup = {
    none: '',
    twitch: `<div class="chat-line__message" data-a-user="${login}"><span data-a-target="chat-message-username">${login}</span><span data-a-target="chat-line-message-body">${text}</span></div>`,
    ffz: `<div class="chat-line__message" data-user="${login}" data-user-id="${userIds[login]}"><span class="chat-author__display-name">${login}</span><span class="message">${text}</span></div>`,
    '7tv': `<div class="seventv-message" msg-id="${idOf(index)}"><span class="seventv-chat-user-username">${login}</span><span class="seventv-message-body">${text}</span></div>`,
  }[dom];
  const line = parseHTML(`<html><body>${markup}</body></html>`).document.body.firstElementChild;
  if (!line) throw new Error('no line');
  return line;
}

const factsOf = ({ login, text }: Truth, index: number): LineFacts => ({
  id: idOf(index),
  userId: userIds[login] ?? '',
  login,
  text,
});

describe('the third reader', () => {
  it('never leads to an action with a wrong id: whatever is not certain is asked about, or cannot be done', () => {
    fc.assert(
      fc.property(truths, fc.infiniteStream(fc.nat()), (chat, random) => {
        let now = 1_000;
        const events = new EventReader(() => now);
        const pick = (below: number): number => (random.next().value as number) % below;
        const rows = chat.flatMap((truth, index) => {
          if (truth.dom === 'none') return [];
          const at = pick(chat.length);
          const other = chat[at] ?? truth;
          // An id of the same author's that another reader does not contradict is the page's word: whom it hits is right.
          const isWrong = truth.probe === 'of another' && other.login !== truth.login;
          const facts =
            truth.probe === 'right' ? factsOf(truth, index) : isWrong ? factsOf(other, at) : undefined;
          const line = lineOf(truth, index);
          const read = (): ChatMessage | undefined => {
            const message = readLine(line, 'mainstage', facts ? { line: facts } : {});
            return message && events.read(line, message);
          };
          return [{ truth, index, read }];
        });
        const steps = [
          ...chat.flatMap((truth, index) => {
            const tell = (): void => {
              const message = messageFromEvent(eventOf(truth, index));
              if (message) events.tell(message);
            };
            const all = Array.from({ length: truth.told }, () => tell);
            return truth.deleted ? [...all, () => events.delete(idOf(index))] : all;
          }),
          ...rows.map(({ read }) => read),
        ];
        for (; steps.length > 0; now += 10) steps.splice(pick(steps.length), 1)[0]?.();

        for (const { truth, index, read } of rows) {
          const message = read();
          expect(message?.author.login).toBe(truth.login);
          if (!message) continue;
          if (mayPress(remove, undefined, false, message)) {
            expect(actionsOf(remove, message)).toHaveLength(1);
            if (doubtOf(remove, message) === undefined) expect(message.id).toBe(idOf(index));
            else {
              // What is asked about is at least a message of the same words by the same person.
              const meant = chat.find((_other, place) => idOf(place) === message.id);
              expect([meant?.login, meant?.text]).toEqual([truth.login, truth.text]);
            }
          }
          if (doubtOf(ban, message) === undefined && message.author.id !== undefined)
            expect(message.author.id).toBe(userIds[truth.login]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('nor where lines are drawn anew in place, the probe still speaks of what stood there, and long waits lie between', () => {
    fc.assert(
      fc.property(truths, fc.infiniteStream(fc.nat()), (chat, random) => {
        let now = 1_000;
        const events = new EventReader(() => now);
        const pick = (below: number): number => (random.next().value as number) % below;
        const { document } = parseHTML('<html><body></body></html>');
        // Few rows for many messages, as in a page that uses them again.
        const rows = Array.from({ length: 3 }, () => {
          const place = document.createElement('div');
          document.body.append(place);
          return { place, index: -1, stale: -1 };
        });
        const show = (index: number): void => {
          const row = rows[pick(rows.length)];
          const truth = chat[index];
          if (!row || truth?.dom !== 'twitch') return;
          const drawn = lineOf(truth, index);
          const before = row.place.firstElementChild;
          if (before) before.replaceChildren(...drawn.childNodes);
          else row.place.append(drawn);
          before?.setAttribute('data-a-user', truth.login);
          row.stale = row.index;
          row.index = index;
        };
        const read = ({ place, index, stale }: (typeof rows)[number]): ChatMessage | undefined => {
          const line = place.firstElementChild;
          const truth = chat[index];
          const other = chat[stale];
          if (!line || !truth) return undefined;
          // As above: of the same author's another id is the page's word.
          const isStale = truth.probe === 'of another' && other && other.login !== truth.login;
          const facts =
            truth.probe === 'right' ? factsOf(truth, index) : isStale ? factsOf(other, stale) : undefined;
          const message = readLine(line, 'mainstage', facts ? { line: facts } : {});
          return message && events.read(line, message);
        };
        const steps = chat.flatMap((truth, index) => {
          const tell = (): void => {
            const message = messageFromEvent(eventOf(truth, index));
            if (message) events.tell(message);
          };
          return [
            (): void => show(index),
            ...Array.from({ length: truth.told }, () => tell),
            ...rows.map((row) => (): void => void read(row)),
          ];
        });
        for (; steps.length > 0; now += pick(4) === 0 ? 12_000 : 10)
          steps.splice(pick(steps.length), 1)[0]?.();

        for (const row of rows) {
          const truth = chat[row.index];
          const message = read(row);
          if (!truth || !message) continue;
          expect(message.author.login).toBe(truth.login);
          if (mayPress(remove, undefined, false, message)) {
            if (doubtOf(remove, message) === undefined) expect(message.id).toBe(idOf(row.index));
            else {
              const meant = chat.find((_other, place) => idOf(place) === message.id);
              expect([meant?.login, meant?.text]).toEqual([truth.login, truth.text]);
            }
          }
          if (doubtOf(ban, message) === undefined && message.author.id !== undefined)
            expect(message.author.id).toBe(userIds[truth.login]);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds ids for lines of a dead probe, however late it is told, and says that they are inferred', () => {
    const truth: Truth = {
      login: 'bob',
      text: 'hi',
      dom: 'twitch',
      probe: 'silent',
      told: 1,
      deleted: false,
    };
    const events = new EventReader(() => 1_000);
    const line = lineOf(truth, 7);
    const read = (): ChatMessage | undefined => {
      const message = readLine(line, 'mainstage', {});
      return message && events.read(line, message);
    };
    expect(read()?.id).toBeUndefined();
    const told = messageFromEvent(eventOf(truth, 7));
    if (told) events.tell(told);
    expect(read()).toMatchObject({ id: idOf(7), author: { login: 'bob', id: '2' }, doubt: 'inferred' });
    events.delete(idOf(7));
    expect(read()?.deleted).toBe(true);
  });

  it('gives a line that is drawn anew for another message no id of the one before', () => {
    let now = 1_000;
    const events = new EventReader(() => now);
    const truth: Truth = {
      login: 'bob',
      text: 'hi',
      dom: 'twitch',
      probe: 'silent',
      told: 1,
      deleted: false,
    };
    const line = lineOf(truth, 1);
    const told = messageFromEvent(eventOf(truth, 1));
    if (told) events.tell(told);
    const message = readLine(line, 'mainstage', {});
    if (!message) throw new Error('no message');
    expect(events.read(line, message).id).toBe(idOf(1));
    now += 60_000;
    expect(events.read(line, { ...message, text: 'lol' }).id).toBeUndefined();
    expect(events.read(line, message).id).toBeUndefined();
  });
});
