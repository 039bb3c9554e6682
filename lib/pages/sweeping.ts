/** A sweep from the rule to its end: what was found, what is left out, what will be done, and how far it is. */
import { type ChatMessage, chatterKey } from '../chat/message.ts';
import { type Failure, failureOf } from '../failure.ts';
import { messageKinds } from '../moderation/action.ts';
import {
  aimsOf,
  countMore,
  type Hit,
  hitsOf,
  isWhole,
  type RuleKind,
  type Said,
  type Spared,
  stemOf,
  type SweepRule,
  withMore,
} from '../moderation/sweep/rule.ts';
import { sweepAtMost, type SweepChange, type SweepKind, type SweepNews } from '../moderation/sweep/sweep.ts';
import type { SweepAsked, SweepDesk } from './sweep-desk.ts';

/** What the user sees: the rule, whom it finds, whether they are sure, and how it goes. */
export type SweepStep = 'rule' | 'preview' | 'sure' | 'news';

/** What is being entered. */
export interface SweepForm {
  readonly by: RuleKind;
  readonly like: string;
  readonly words: string;
  readonly names: string;
  /** Who was chosen in chat: key → name. */
  readonly chosen: ReadonlyMap<string, string>;
  /** How far back lines count, min; 0: as far as they are remembered. */
  readonly minutes: number;
  readonly kind: SweepKind;
  /** Of a timeout, s. */
  readonly length: number;
  /** Of a restriction, s; `undefined`: for good. */
  readonly term: number | undefined;
  readonly reason: string;
}

/** What {@link Sweeping} needs. */
export interface SweepingParts {
  readonly desk: SweepDesk;
  /** What is remembered of the chat, oldest first. */
  readonly said: () => readonly Said[];
  /** Why somebody is left out. */
  readonly spare: (message: ChatMessage) => Spared | undefined;
  /** Whether the user has written something down about the author. */
  readonly isKnown: (message: ChatMessage) => boolean;
  /** What can be done here; the first is offered first. */
  readonly kinds: readonly SweepKind[];
  readonly changed: () => void;
  readonly now?: () => number;
}

const minute = 60_000;

/** Kinds that platforms take a reason for. */
const reasoned: ReadonlySet<SweepKind> = new Set(['timeout', 'ban', 'bar']);

/** Whether a reason can be given. */
export const takesReason = (kind: SweepKind): boolean => reasoned.has(kind);

/** See the file's head. */
export class Sweeping {
  readonly #parts: SweepingParts;
  step: SweepStep = 'rule';
  form: SweepForm;
  /** Whom the preview shows: it stays so, whatever is said meanwhile. */
  hits: readonly Hit[] = [];
  /** Those of them who were taken out, by key. */
  out: ReadonlySet<string> = new Set();
  /** Lines that the rule would find beyond those. */
  since = 0;
  /** What will be done when the user is sure; it does not change any more. */
  asked: SweepAsked | undefined;
  /** What of that is more than one sweep may do. */
  over = 0;
  news: SweepNews | undefined;
  isBusy = false;
  failure: Failure | undefined;
  #more: readonly Hit[] = [];
  /** What this page began last. */
  #begun: SweepAsked | undefined;
  /** Messages whose turn came in sweeps of this page. */
  readonly #taken = new Set<string>();

  constructor(parts: SweepingParts) {
    this.#parts = parts;
    this.form = {
      by: 'like',
      like: '',
      words: '',
      names: '',
      chosen: new Map(),
      minutes: 10,
      kind: parts.kinds[0] ?? 'delete',
      length: 600,
      term: 7 * 86_400,
      reason: '',
    };
  }

  /** The rule as it is entered. */
  get rule(): SweepRule {
    const { by, chosen } = this.form;
    if (by === 'first') return { by };
    return by === 'hand' ? { by, chatters: new Set(chosen.keys()) } : { by, text: this.form[by] };
  }

  /** Whether it says enough. */
  get isWhole(): boolean {
    return isWhole(this.rule);
  }

  /** Whether chat is where people are chosen now. */
  get isChoosing(): boolean {
    return this.form.by === 'hand' && this.step === 'rule';
  }

  /** What would be done now, by chatter or by message. */
  get aims(): readonly ChatMessage[] {
    const { kind } = this.form;
    const aims = aimsOf(this.hits, this.out, kind);
    // Chat is remembered as it was read: what an earlier sweep took away is gone.
    return messageKinds.has(kind) ? aims.filter(({ id }) => id === undefined || !this.#taken.has(id)) : aims;
  }

  /** Begins at `message`, if one is given, or goes on where it was. A sweep that runs is shown in any case. */
  async open(message?: ChatMessage): Promise<void> {
    this.failure = undefined;
    this.#hear(await this.#parts.desk.read().catch(() => this.news));
    // One that is over is shown for a day, and no reason to forget the line that is meant now.
    if (this.news && (this.isRunning || !message)) this.#go('news');
    else if (message) {
      this.form = {
        ...this.form,
        by: 'like',
        like: message.text,
        names: stemOf(message.author.name),
        chosen: new Map([[chatterKey(message), message.author.name]]),
      };
      this.look();
    } else this.#go(this.step === 'news' ? 'rule' : this.step);
  }

  set(change: Partial<SweepForm>): void {
    this.form = { ...this.form, ...change };
    this.#parts.changed();
  }

  /** Chooses somebody in chat, or no longer. */
  choose(message: ChatMessage): void {
    const chosen = new Map(this.form.chosen);
    const key = chatterKey(message);
    if (!chosen.delete(key)) chosen.set(key, message.author.name);
    this.set({ chosen });
  }

  /** Shows whom the rule finds. */
  look(): void {
    if (!this.isWhole) return;
    this.hits = this.#find();
    this.out = new Set(this.#known(this.hits));
    this.#more = [];
    this.since = 0;
    this.#go('preview');
  }

  /** Chat went on: counts what the rule would find by now, and changes nothing of what is shown. */
  count(): void {
    if (this.step !== 'preview') return;
    this.#more = this.#find();
    const since = countMore(this.hits, this.#more);
    if (since === this.since) return;
    this.since = since;
    this.#parts.changed();
  }

  /** Takes that in. */
  takeMore(): void {
    const known = new Set(this.hits.map(({ key }) => key));
    const before = this.hits;
    this.hits = withMore(before, this.#more);
    const fresh = this.hits.filter(({ key }) => !known.has(key));
    this.out = new Set([...this.out, ...this.#known(fresh)]);
    this.since = 0;
    this.#parts.changed();
  }

  take(key: string, isMeant: boolean): void {
    const out = new Set(this.out);
    if (isMeant) out.delete(key);
    else out.add(key);
    this.out = out;
    this.#parts.changed();
  }

  /** Asks whether the user is sure of what is now before them: that, and nothing else, is what will be done. */
  ask(): void {
    const { kind, length, term, reason } = this.form;
    const { aims } = this;
    if (aims.length === 0) return;
    const seconds = kind === 'timeout' ? length : kind === 'bar' ? term : undefined;
    const isAboutMessages = messageKinds.has(kind);
    this.over = Math.max(0, aims.length - sweepAtMost);
    this.asked = {
      id: crypto.randomUUID(),
      kind,
      ...(seconds !== undefined && { seconds }),
      ...(takesReason(kind) && reason.trim() !== '' && { reason: reason.trim() }),
      items: aims.slice(0, sweepAtMost).map(({ id, author, text }) => ({
        id: crypto.randomUUID(),
        target: { login: author.login, name: author.name, ...(author.id !== undefined && { id: author.id }) },
        ...(isAboutMessages && id !== undefined && { messageId: id }),
        ...(kind === 'blind' && { quote: text }),
      })),
    };
    this.#go('sure');
  }

  back(): void {
    this.failure = undefined;
    this.#go(this.step === 'sure' ? 'preview' : 'rule');
  }

  /** Does it. */
  async start(): Promise<void> {
    const { asked } = this;
    if (!asked || this.isBusy) return;
    await this.#try(async () => {
      this.#begun = asked;
      this.#hear(await this.#parts.desk.start(asked));
      this.step = 'news';
    });
  }

  async change(change: SweepChange): Promise<void> {
    const { news } = this;
    if (!news || this.isBusy) return;
    await this.#try(async () => {
      this.#hear(await this.#parts.desk.change(news.id, change));
      if (!this.news) this.#reset();
    });
  }

  /** Lets the user allow what it waits for, or sign in, and goes on. */
  async unlock(): Promise<void> {
    const { news } = this;
    const { unlock, change } = this.#parts.desk;
    const why = news?.why;
    if (!why || !unlock || this.isBusy) return;
    await this.#try(async () => {
      await unlock(why);
      this.#hear(await change(news.id, 'goOn'));
    });
  }

  /** Whether it goes on by itself, so that there is something to be seen. */
  get isRunning(): boolean {
    return this.news !== undefined && !this.news.isStopped && this.news.left > 0;
  }

  /** Asks how far it is. */
  async watch(): Promise<void> {
    if (!this.isRunning || this.isBusy) return;
    const before = this.news;
    const news = await this.#parts.desk.read().catch(() => undefined);
    // Something was pressed meanwhile; its answer is the newer one.
    if (!news || this.news !== before) return;
    this.#hear(news);
    this.#parts.changed();
  }

  /** What is left when a sweep is stopped is still there, and can be meant again; they are done one after the other. */
  #hear(news: SweepNews | undefined): void {
    this.news = news;
    if (!news || news.id !== this.#begun?.id || news.does !== 'act') return;
    for (const { messageId } of this.#begun.items.slice(0, news.total - news.left))
      if (messageId !== undefined) this.#taken.add(messageId);
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.isBusy = true;
    this.failure = undefined;
    this.#parts.changed();
    try {
      await work();
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.isBusy = false;
    this.#parts.changed();
  }

  #reset(): void {
    this.step = 'rule';
    this.hits = [];
    this.asked = undefined;
    this.form = { ...this.form, chosen: new Map() };
  }

  #find(): readonly Hit[] {
    const { now = Date.now, said, spare } = this.#parts;
    const { minutes } = this.form;
    return hitsOf(said(), this.rule, minutes === 0 ? 0 : now() - minutes * minute, spare);
  }

  /** Whom the user knows is left out until they say otherwise. */
  #known(hits: readonly Hit[]): readonly string[] {
    return hits.filter(({ message }) => this.#parts.isKnown(message)).map(({ key }) => key);
  }

  #go(step: SweepStep): void {
    this.step = step;
    this.#parts.changed();
  }
}
