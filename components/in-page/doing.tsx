/** From a press to an act: what must be asked first, what comes next for whom, and what is done at once. */
import type { VNode } from 'preact';

import type { ChatMessage } from '../../lib/chat/message.ts';
import { type Hotkey, hotkeysOf } from '../../lib/hotkeys/hotkeys.ts';
import { buttonText } from '../../lib/moderation/button-words.ts';
import { durationText } from '../../lib/moderation/duration.ts';
import { buttonOf, type LineButton, type Step, type ToolStep } from '../../lib/moderation/line-button.ts';
import { reasonsFor, withUsed } from '../../lib/moderation/reason.ts';
import type { Act, Acts } from '../../lib/pages/acts.ts';
import type { Desk } from '../../lib/pages/desk.ts';
import { actionsOf, type Answer, buttonOfRung, doubtOf, questionOf } from '../../lib/pages/plan.ts';
import { text } from '../../lib/text.ts';
import { AskFor } from './AskFor.tsx';
import { CheatSheet } from './CheatSheet.tsx';
import type { LineToolsSettings } from './line-tools.tsx';
import type { Notices } from './notices.tsx';
import type { ToolPlace } from './tool-place.ts';
import { doubtText } from './words.ts';

/** Other tools of the page that buttons can call, about a message and beside its line. */
export type Calls = Readonly<Partial<Record<ToolStep, (message: ChatMessage, line: HTMLElement) => void>>>;

type Next = Awaited<ReturnType<Desk['nextStep']>>;

/** What {@link Doing} needs. */
export interface DoingParts {
  readonly document: Document;
  readonly desk: Desk;
  readonly acts: Acts;
  readonly settings: () => LineToolsSettings;
  readonly notices: Notices;
  readonly place: ToolPlace;
  /** The message that has the tools now. */
  readonly meant: () => ChatMessage | undefined;
  readonly draw: () => void;
  readonly calls?: Calls;
}

/** See the file's head. */
export class Doing {
  readonly #parts: DoingParts;
  /** Login → the next step, or `undefined` while it is asked for. */
  readonly #next = new Map<string, Next | undefined>();
  #question: VNode | undefined;
  /** What had the focus when the question came. */
  #before: HTMLElement | undefined;
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
      this.#keys = {
        of: settings,
        hotkeys: hotkeysOf({ buttons, lengths: timeoutPresets, choices: keys, only }),
      };
    }
    return this.#keys.hotkeys;
  };

  /** The key of a hotkey; empty: none. */
  readonly keyOf = (id: string): string => this.hotkeys().find((hotkey) => hotkey.id === id)?.chord ?? '';

  /** The button `id`, shown or not. */
  buttonOf(id: string): LineButton | undefined {
    return buttonOf(this.#parts.settings().buttons, id);
  }

  /** Why a hotkey does nothing about the author of `message`. */
  refusal(message: ChatMessage): string {
    return text('keyRefused', message.author.login);
  }

  /** Does what `button` says about `message`, or asks first. */
  press(button: LineButton, message: ChatMessage, by: 'button' | 'key'): void {
    const [first] = button.steps;
    if (first?.do === 'next') void this.#step(message, by);
    else if (first?.do === 'lengths') this.askLength(message);
    else this.#prepare(button, message);
  }

  /** Asks for a length, and times out for as long. */
  readonly askLength = (message: ChatMessage): void => {
    const button = this.buttonOf('length');
    if (button) this.#prepare(button, message);
  };

  /** The next step for the author of `message`, asked for when it is not known. */
  nextFor({ channel, author }: ChatMessage): Next | undefined {
    if (this.#next.has(author.login)) return this.#next.get(author.login);
    this.#next.set(author.login, undefined);
    void this.#ask(channel.login, author.login).catch(() => this.#next.delete(author.login));
    return undefined;
  }

  async #ask(channel: string, login: string): Promise<Next> {
    const next = await this.#parts.desk.nextStep(channel, login);
    this.#next.set(login, next);
    if (this.#next.size > 200) this.#next.delete([...this.#next.keys()][0] ?? '');
    if (this.#parts.meant()?.author.login === login) this.#parts.draw();
    return next;
  }

  /** An act went on: what was known of the next step may be over. */
  changed({ state, message, what }: Act): void {
    if (state.status !== 'done' && state.status !== 'undone') return;
    this.#next.delete(message.author.login);
    if (state.status === 'done') this.#used = withUsed(this.#used, what.reason ?? '');
  }

  /** Does the next step. A key first shows what that is; a button has shown it. */
  async #step(message: ChatMessage, by: 'button' | 'key'): Promise<void> {
    const { author, channel } = message;
    const known =
      this.#next.get(author.login) ?? (await this.#ask(channel.login, author.login).catch(() => undefined));
    if (!known?.next || this.#parts.meant() !== message) return;
    const { rung, offence } = known.next;
    const button = buttonOfRung(rung);
    const note = text('nextNote', offence, known.days);
    if (by === 'button') this.#prepare(button, message, note);
    else this.#show(button, message, note);
  }

  #prepare(button: LineButton, message: ChatMessage, note?: string): void {
    const { length, reason } = questionOf(button, this.#parts.settings().reason);
    const asks = doubtOf(button, message) !== undefined || length || reason !== 'no';
    if (asks) this.#show(button, message, note);
    else this.#run(button, message);
  }

  #show(button: LineButton, message: ChatMessage, note?: string): void {
    const { settings, place, document } = this.#parts;
    const { reasons, usedReasons, reason: usual } = settings();
    const question = questionOf(button, usual);
    const doubt = doubtOf(button, message);
    const anchor = place.root.shadow.querySelector('.ss-line-toolbar');
    if (!anchor) return;
    const used = [...new Set([...this.#used, ...usedReasons])];
    this.#before = document.activeElement instanceof HTMLElement ? document.activeElement : undefined;
    this.#question = (
      <AskFor
        key={`${button.id} ${message.id ?? ''}`}
        title={text('askTitle', message.author.login, buttonText(button))}
        note={doubt ? doubtText(doubt) : note}
        confirm={(seconds) =>
          seconds === undefined ? buttonText(button) : text('lineTimeout', durationText(seconds))
        }
        length={question.length ? '10m' : undefined}
        reason={question.reason}
        reasons={reasonsFor(reasons, message.channel.login, used)}
        anchor={anchor}
        onAnswer={(answer) => {
          this.drop();
          this.#run(button, message, answer);
        }}
        onCancel={() => this.drop()}
      />
    );
    place.pin(true);
    this.#parts.draw();
  }

  /** The question that is open, if one is. */
  question(): VNode | null {
    return this.#question ?? null;
  }

  /** Takes the question away. */
  drop(): void {
    if (!this.#question) return;
    this.#question = undefined;
    this.#parts.draw();
    this.#parts.place.pin(false);
    const before = this.#before;
    const back = before === this.#parts.place.root.host ? this.#parts.place.line : before;
    if (back?.isConnected && back !== this.#parts.document.body) back.focus({ preventScroll: true });
  }

  #run(button: LineButton, message: ChatMessage, answer: Answer = {}): void {
    const [first, ...rest] = actionsOf(button, message, answer);
    if (first) this.#parts.acts.start(message, first, rest);
    for (const step of button.steps) this.#call(step, message);
  }

  #call(step: Step, message: ChatMessage): void {
    const { calls, place, notices } = this.#parts;
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
        if (place.line) calls?.[step.do]?.(message, place.line);
    }
  }

  /** Shows all hotkeys, or takes them away. */
  readonly help = (): void => {
    this.#isHelping = !this.#isHelping;
    const { notices, place, settings } = this.#parts;
    const before = place.line;
    notices.sheet(
      this.#isHelping ? (
        <CheatSheet
          hotkeys={this.hotkeys()}
          buttons={settings().buttons}
          profile={settings().profile}
          onClose={() => {
            if (!this.#isHelping) return;
            this.#isHelping = false;
            notices.sheet(undefined);
            before?.focus({ preventScroll: true });
            // Chat went on meanwhile.
            if (before) place.reveal();
          }}
        />
      ) : undefined,
    );
  };
}
