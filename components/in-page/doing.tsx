/** From a press to an act: what must be asked first, what comes next for whom, and what is done at once. */
import type { VNode } from 'preact';

import { type ChatMessage, chatterKey, type Doubt, messageKey } from '../../lib/chat/message.ts';
import { type Hotkey, hotkeysOf, type HotkeySources } from '../../lib/hotkeys/hotkeys.ts';
import { type Later, withLater } from '../../lib/later.ts';
import type { ActionKind } from '../../lib/moderation/action.ts';
import { asSet, buttonAsSet, insteadOf, needsReason } from '../../lib/moderation/ask.ts';
import { buttonText } from '../../lib/moderation/button-words.ts';
import { durationText } from '../../lib/moderation/duration.ts';
import {
  buttonOf,
  type LineButton,
  type Step,
  timeoutOf,
  type ToolStep,
} from '../../lib/moderation/line-button.ts';
import { type ReasonChoice, reasonsFor, withUsed } from '../../lib/moderation/reason.ts';
import type { Act, Acts, LineAction } from '../../lib/pages/acts.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { whoOf } from '../../lib/pages/people-desk.ts';
import {
  actionsOf,
  type Answer,
  buttonOfRung,
  doubtAbout,
  doubtOf,
  type Question,
  questionOf,
  withReason,
} from '../../lib/pages/plan.ts';
import { text } from '../../lib/text.ts';
import type { LineToolsSettings } from './line-tools.tsx';
import type { Notices } from './notices.tsx';
import type { Panels } from './panels.tsx';
import { doubtText, wishText } from './words.ts';

/** Other tools of the page that buttons can call, about a message and beside its line; on a card there is none. */
export type Calls = Readonly<
  Partial<Record<ToolStep, (message: ChatMessage, line: HTMLElement | undefined) => void>>
>;

/** Where somebody is dealt with: the tools at a line, or a card. */
export interface Seat {
  /** Tells it from others. */
  readonly id: string;
  /** What a question stands beside. */
  readonly anchor: () => Element | null | undefined;
  /** The line in which it is, if it is in one. */
  readonly line: () => HTMLElement | undefined;
  /** Whether the user is there still, and it is about `message`. */
  readonly isAt: (message: ChatMessage) => boolean;
  /** What has the focus now, to get it back when the question there is answered. */
  readonly focused: () => Element | null | undefined;
  /** A question opened or closed there. */
  readonly pin: (isPinned: boolean) => void;
  readonly draw: () => void;
}

/** What is about to be done, in words and in deed. */
interface Wish {
  readonly words: string;
  readonly message: ChatMessage;
  readonly question: Question;
  readonly doubt: Doubt | undefined;
  readonly note?: string | undefined;
  readonly run: (answer?: Answer) => void;
}

type Next = Awaited<ReturnType<Desk['nextStep']>>;

/** What {@link Doing} needs. */
export interface DoingParts {
  readonly desk: Desk;
  readonly acts: Acts;
  readonly settings: () => LineToolsSettings;
  readonly notices: Notices;
  /** The rules that the channel shows its chatters. */
  readonly rules: () => readonly string[];
  /** The next step for a chatter is known; see `chatterKey`. */
  readonly learnt: (key: string) => void;
  readonly calls?: Calls;
  /** See `hotkeysOf`. */
  readonly panelsOf: NonNullable<HotkeySources['panelsOf']>;
  /** What opens over the page. */
  readonly panels: Later<Panels>;
  /** It cannot be had. */
  readonly missed: (error: unknown) => void;
}

/** See the file's head. */
export class Doing {
  readonly #parts: DoingParts;
  /** Chatter → the next step of whoever had that id, if it was known; no step while it is asked for. */
  readonly #next = new Map<string, { readonly id: string | undefined; readonly step?: Next }>();
  /** Where the question stands, and what had the focus when it came. */
  #question: { readonly seat: Seat; readonly node: VNode; readonly before: unknown } | undefined;
  /** Reasons given in this page, newest first. */
  #used: readonly string[] = [];
  #isHelping = false;
  #keys: { readonly of: LineToolsSettings; readonly hotkeys: readonly Hotkey[] } | undefined;

  constructor(parts: DoingParts) {
    this.#parts = parts;
  }

  /** Every hotkey with its key. */
  readonly hotkeys = (): readonly Hotkey[] => {
    const settings = this.#parts.settings();
    if (this.#keys?.of !== settings) {
      const { buttons, keys, timeoutPresets, only = false } = settings;
      const { panelsOf } = this.#parts;
      this.#keys = {
        of: settings,
        hotkeys: hotkeysOf({ buttons, lengths: timeoutPresets, choices: keys, only, panelsOf }),
      };
    }
    return this.#keys.hotkeys;
  };

  /** The key of a hotkey; empty: none. */
  readonly keyOf = (id: string): string => this.hotkeys().find((hotkey) => hotkey.id === id)?.chord ?? '';

  /** Why a hotkey does nothing about the author of `message`. */
  refusal(message: ChatMessage): string {
    return text('keyRefused', message.author.login);
  }

  /** Does what `button` says about `message`, or asks first. */
  press(button: LineButton, message: ChatMessage, by: 'button' | 'key', seat: Seat): void {
    const [first] = button.steps;
    if (first?.do === 'next') void this.#step(button, message, by, seat);
    else if (first?.do === 'lengths') this.timeOut(undefined, message, seat, button);
    else this.#prepare(this.#wishOf(button, message, seat), seat);
  }

  /** Does `what` about `message`, or asks first where it is not certain whom it is about. */
  act(what: LineAction, message: ChatMessage, seat: Seat): void {
    const wish = {
      words: wishText(what),
      message,
      question: { length: false, reason: 'no' },
      doubt: doubtAbout([what.kind], message),
      run: () => void this.#parts.acts.start(message, what),
    } as const;
    this.#prepare(wish, seat);
  }

  /** Times out for so long, s, or asks for how long; `pressed` is the menu, if that was. */
  timeOut(seconds: number | undefined, message: ChatMessage, seat: Seat, pressed?: LineButton): void {
    const { buttons } = this.#parts.settings();
    const button = seconds === undefined ? buttonOf(buttons, 'length') : timeoutOf(seconds);
    if (!button) return;
    const set = asSet(button, buttons, message.channel.login);
    this.#prepare(this.#wishOf(pressed ? insteadOf(pressed, set) : set, message, seat), seat);
  }

  /** Asks for how long the author of `message` is timed out, with a `reason` unless that is empty. */
  askLength(message: ChatMessage, reason: string, seat: Seat): void {
    const { buttons } = this.#parts.settings();
    const button = buttonAsSet('length', buttons, message.channel.login);
    if (button) this.press(withReason(button, reason), message, 'button', seat);
  }

  /** Whether `kind` is not done about the author of `message` without a reason. */
  needsReason(kind: ActionKind, { channel }: ChatMessage): boolean {
    return needsReason(kind, this.#parts.settings().buttons, channel.login);
  }

  /** The next step for the author of `message`, asked for when it is not known. */
  nextFor(message: ChatMessage): Next | undefined {
    const known = this.#knownOf(message);
    if (known) return known.step;
    const key = chatterKey(message);
    this.#next.set(key, { id: message.author.id });
    void this.#ask(message).catch(() => this.#next.delete(key));
    return undefined;
  }

  /** What is known of the next step for this very person: a login may have had another bearer. */
  #knownOf(message: ChatMessage): { readonly step?: Next } | undefined {
    const known = this.#next.get(chatterKey(message));
    return known?.id === message.author.id ? known : undefined;
  }

  async #ask(message: ChatMessage): Promise<Next> {
    const key = chatterKey(message);
    const step = await this.#parts.desk.nextStep(whoOf(message));
    this.#next.set(key, { id: message.author.id, step });
    if (this.#next.size > 200) this.#next.delete([...this.#next.keys()][0] ?? '');
    this.#parts.learnt(key);
    return step;
  }

  /** An act went on: what was known of the next step may be over. */
  changed({ state, message, what }: Act): void {
    if (state.status !== 'done' && state.status !== 'undone') return;
    this.#next.delete(chatterKey(message));
    if (state.status === 'done') this.#used = withUsed(this.#used, what.reason ?? '');
  }

  /** Does the next step. A key first shows what that is; a button has shown it. */
  async #step(pressed: LineButton, message: ChatMessage, by: 'button' | 'key', seat: Seat): Promise<void> {
    const known = this.#knownOf(message)?.step ?? (await this.#ask(message).catch(() => undefined));
    if (!known?.next || !seat.isAt(message)) return;
    const { rung, offence } = known.next;
    const note = text('nextNote', offence, known.days);
    const set = asSet(buttonOfRung(rung), this.#parts.settings().buttons, message.channel.login);
    const button = insteadOf(pressed, set);
    const wish = { ...this.#wishOf(button, message, seat), note };
    if (by === 'button') this.#prepare(wish, seat);
    else this.#show(wish, seat);
  }

  #wishOf(button: LineButton, message: ChatMessage, seat: Seat): Wish {
    return {
      words: buttonText(button),
      message,
      question: questionOf(button, this.#parts.settings().reason),
      doubt: doubtOf(button, message),
      run: (answer) => this.#run(button, message, seat, answer),
    };
  }

  #prepare(wish: Wish, seat: Seat): void {
    const { length, reason } = wish.question;
    if (wish.doubt !== undefined || length || reason !== 'no') this.#show(wish, seat);
    else wish.run();
  }

  #show(wish: Wish, seat: Seat): void {
    const { panels, missed } = this.#parts;
    const isThere = panels.now() !== undefined;
    withLater(
      panels,
      (brought) => {
        // Whoever went on meanwhile is asked nothing.
        if (isThere || seat.isAt(wish.message)) this.#put(wish, seat, brought);
      },
      missed,
    );
  }

  #put({ words, message, question, doubt, note, run }: Wish, seat: Seat, { Question }: Panels): void {
    const anchor = seat.anchor();
    if (!anchor) return;
    // There is one question at a time.
    this.drop();
    const before = seat.focused();
    const node = (
      <Question
        key={`${words} ${messageKey(message)}`}
        title={text('askTitle', message.author.login, words)}
        note={doubt ? doubtText(doubt) : note}
        confirm={(seconds) => (seconds === undefined ? words : text('lineTimeout', durationText(seconds)))}
        length={question.length ? '10m' : undefined}
        reason={question.reason}
        reasons={this.reasons(message)}
        anchor={anchor}
        onAnswer={(answer) => {
          this.drop(seat.id);
          run(answer);
        }}
        onCancel={() => this.drop(seat.id)}
      />
    );
    this.#question = { seat, node, before };
    seat.pin(true);
    seat.draw();
  }

  /** The reasons to choose from about `message`, the last used first. */
  reasons({ channel }: ChatMessage): readonly ReasonChoice[] {
    const { reasons, usedReasons } = this.#parts.settings();
    return reasonsFor(reasons, channel.login, [...this.#used, ...usedReasons], this.#parts.rules());
  }

  /** The question that is open at the seat `id`, if one is. */
  question(id: string): VNode | null {
    return this.#question?.seat.id === id ? this.#question.node : null;
  }

  /** Takes the question away; only that at the seat `id`, if one is named. */
  drop(id?: string): void {
    if (!this.#question || (id !== undefined && this.#question.seat.id !== id)) return;
    const { seat, before } = this.#question;
    this.#question = undefined;
    seat.draw();
    seat.pin(false);
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  }

  #run(button: LineButton, message: ChatMessage, seat: Seat, answer: Answer = {}): void {
    const [first, ...rest] = actionsOf(button, message, answer);
    if (first) this.#parts.acts.start(message, first, rest);
    for (const step of button.steps) this.#call(step, message, seat);
  }

  #call(step: Step, message: ChatMessage, seat: Seat): void {
    const { calls, notices } = this.#parts;
    switch (step.do) {
      case 'copy':
        void navigator.clipboard.writeText(`${message.author.name}: ${message.text}`).then(
          () => notices.say(text('copied')),
          () => notices.say(text('copyFailed')),
        );
        return;
      case 'note':
      case 'watch':
      case 'card':
      case 'sweep':
        calls?.[step.do]?.(message, seat.line());
    }
  }

  /** Shows all hotkeys, or takes them away; then the keyboard goes `back`. */
  help(back: () => void): void {
    this.#isHelping = !this.#isHelping;
    const { notices, panels, missed } = this.#parts;
    if (!this.#isHelping) {
      notices.sheet(undefined);
      return;
    }
    withLater(
      panels,
      (brought) => {
        if (this.#isHelping) this.#showKeys(brought, back);
      },
      (error) => {
        this.#isHelping = false;
        missed(error);
      },
    );
  }

  #showKeys({ Keys }: Panels, back: () => void): void {
    const { notices, settings, calls } = this.#parts;
    notices.sheet(
      <Keys
        hotkeys={this.hotkeys()}
        buttons={settings().buttons}
        choices={settings().keys}
        profile={settings().profile}
        who={settings().who?.()}
        hasCards={calls?.card !== undefined}
        onClose={() => {
          if (!this.#isHelping) return;
          this.#isHelping = false;
          notices.sheet(undefined);
          back();
        }}
      />,
    );
  }
}
