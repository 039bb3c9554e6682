import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

import type { AskForProps } from '../../components/in-page/AskFor.tsx';
import { Doing, type Seat } from '../../components/in-page/doing.tsx';
import type { LineToolsSettings } from '../../components/in-page/line-tools.tsx';
import type { Notices } from '../../components/in-page/notices.tsx';
import type { Panels } from '../../components/in-page/panels.tsx';
import type { ChatMessage } from '../../lib/chat/message.ts';
import type { NextStep } from '../../lib/moderation/ladder.ts';
import type { LineButton } from '../../lib/moderation/line-button.ts';
import { Acts } from '../../lib/pages/acts.ts';
import type { Desk } from '../../lib/pages/desk.ts';

/** From a press to what is asked of the background: at a line, with a stand-in for everything drawn. */
const message: ChatMessage = {
  channel: { platform: 'twitch', login: 'stage' },
  id: '0f2a1b3c-0000-4000-8000-000000000001',
  author: { login: 'bob', name: 'Bob', id: '4711' },
  text: 'buy now',
  deleted: false,
};
const never = new Promise<never>(() => undefined);
const strict: readonly LineButton[] = [
  { id: 'ban', steps: [{ do: 'ban' }], ask: 'must' },
  { id: 'timeout', steps: [{ do: 'timeout', seconds: 600 }], ask: 'must' },
];
const seat: Seat = {
  id: '',
  // Nothing is drawn, so that anything will do.
  anchor: () => ({}) as Element,
  line: () => undefined,
  isAt: () => true,
  focused: () => undefined,
  pin: () => undefined,
  draw: () => undefined,
};

let buttons: readonly LineButton[];
const act = vi.fn<Desk['act']>(() => never);
const nextStep = vi.fn<Desk['nextStep']>();
const learnt = vi.fn();
// Their names do; nothing is drawn.
const brought = { Question: 'question', Keys: 'keys' } as unknown as Panels;
let panels: Panels | undefined;
const bring = vi.fn<() => Promise<Panels>>();
const missed = vi.fn();

function doingHere(): Doing {
  const desk: Desk = { act, undo: () => never, allow: () => never, signInAgain: () => never, nextStep };
  const settings = (): LineToolsSettings => ({
    timeoutPresets: [60],
    reason: 'the usual',
    buttons,
    keys: [],
    reasons: [],
    usedReasons: [],
    nameOpens: 'theirs',
    watchMinutes: 10,
  });
  return new Doing({
    desk,
    acts: new Acts(
      desk,
      () => undefined,
      () => settings().reason,
    ),
    settings,
    notices: {} as Notices,
    rules: () => [],
    panelsOf: 'twitch',
    learnt,
    panels: { now: () => panels, get: bring, soon: () => undefined },
    missed,
  });
}

const asked = (doing: Doing) => doing.question('')?.props as unknown as AskForProps | undefined;
const sent = () => act.mock.calls.map(([, { kind, seconds, reason }]) => ({ kind, seconds, reason }));
const rung = (step: NextStep['rung']) =>
  nextStep.mockResolvedValue({ next: { rung: step, offence: 1 }, days: 30 });
const next: LineButton = { id: 'next', steps: [{ do: 'next' }] };

// Asked about what had the focus; here nothing had.
beforeAll(() => void vi.stubGlobal('HTMLElement', EventTarget));
afterAll(() => void vi.unstubAllGlobals());

beforeEach(() => {
  vi.clearAllMocks();
  buttons = strict;
  panels = brought;
});

describe('a reason that must be given', () => {
  it('is asked for by the menu of lengths, and then nothing goes without one', () => {
    const doing = doingHere();
    doing.timeOut(60, message, seat);
    expect(asked(doing)?.reason).toBe('must');
    expect(sent()).toEqual([]);
    asked(doing)?.onAnswer({ reason: 'spam' });
    expect(sent()).toEqual([{ kind: 'timeout', seconds: 60, reason: 'spam' }]);
  });

  it('is asked for together with a length of one’s own', () => {
    const doing = doingHere();
    doing.press({ id: 'lengths', steps: [{ do: 'lengths' }] }, message, 'key', seat);
    expect(asked(doing)).toMatchObject({ length: '10m', reason: 'must' });
  });

  it('is asked for by a step of the ladder', async () => {
    rung({ kind: 'ban' });
    const doing = doingHere();
    doing.press(next, message, 'button', seat);
    await vi.waitFor(() => expect(asked(doing)?.reason).toBe('must'));
    expect(sent()).toEqual([]);
  });

  it('is not asked for again where it stands on the card', async () => {
    rung({ kind: 'ban' });
    const doing = doingHere();
    doing.press({ ...next, reason: 'typed' }, message, 'button', seat);
    await vi.waitFor(() => expect(sent()).toEqual([{ kind: 'ban', seconds: undefined, reason: 'typed' }]));
    expect(asked(doing)).toBeUndefined();
    expect(doing.needsReason('ban', message)).toBe(true);
  });

  it('is not asked for where nobody set that', async () => {
    buttons = [];
    rung({ kind: 'ban' });
    const doing = doingHere();
    doing.timeOut(60, message, seat);
    doing.press(next, { ...message, id: '0f2a1b3c-0000-4000-8000-000000000002' }, 'button', seat);
    await vi.waitFor(() =>
      expect(sent()).toEqual([
        { kind: 'timeout', seconds: 60, reason: 'the usual' },
        { kind: 'ban', seconds: undefined, reason: 'the usual' },
      ]),
    );
    expect(doing.needsReason('ban', message)).toBe(false);
  });
});

describe('the next step', () => {
  it('is asked for anew when a login has another bearer', async () => {
    rung({ kind: 'ban' });
    const doing = doingHere();
    expect(doing.nextFor(message)).toBeUndefined();
    await vi.waitFor(() => expect(doing.nextFor(message)?.next?.rung).toEqual({ kind: 'ban' }));
    expect(learnt).toHaveBeenCalledWith('bob');
    rung({ kind: 'warn' });
    const heir = { ...message, author: { ...message.author, id: '4712' } };
    expect(doing.nextFor(heir)).toBeUndefined();
    await vi.waitFor(() => expect(doing.nextFor(heir)?.next?.rung).toEqual({ kind: 'warn' }));
    expect(nextStep.mock.calls.map(([{ id }]) => id)).toEqual(['4711', '4712']);
  });
});

describe('a question whose script is brought first', () => {
  beforeEach(() => {
    panels = undefined;
  });

  it('is asked when it is there, of whoever is still at that message', async () => {
    bring.mockResolvedValue(brought);
    const doing = doingHere();
    doing.timeOut(60, message, seat);
    expect(asked(doing)).toBeUndefined();
    await vi.waitFor(() => expect(asked(doing)?.reason).toBe('must'));
    expect(sent()).toEqual([]);
  });

  it('is not asked of whoever has gone on, and nothing is done', async () => {
    bring.mockResolvedValue(brought);
    const doing = doingHere();
    doing.timeOut(60, message, { ...seat, isAt: () => false });
    await bring.mock.results[0]?.value;
    expect(asked(doing)).toBeUndefined();
    expect(sent()).toEqual([]);
  });

  it('that cannot be had is said to be missing, and nothing is done', async () => {
    const reason = new Error('nobody answers');
    bring.mockRejectedValue(reason);
    const doing = doingHere();
    doing.timeOut(60, message, seat);
    await vi.waitFor(() => expect(missed).toHaveBeenCalledWith(reason));
    expect(asked(doing)).toBeUndefined();
    expect(sent()).toEqual([]);
  });
});
