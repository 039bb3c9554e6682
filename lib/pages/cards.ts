/** The cards that are open in a page: whose, what is known so far, and what could not be found out. */
import type { KeptPage } from '../chat/log.ts';
import { type ChatMessage, chatterKey } from '../chat/message.ts';
import { type Failure, failureOf } from '../failure.ts';
import { featureFor } from '../features.ts';
import type { Activity, Person, Profile } from '../people/people.ts';
import { type PeopleDesk, whoOf } from './people-desk.ts';

/** Something that is asked for. */
export type Load<Value> =
  | { readonly status: 'loading' }
  | { readonly status: 'there'; readonly value: Value }
  | { readonly status: 'failed'; readonly failure: Failure };

/** The parts of a card that are asked for, each by itself. Some are there only where the platform tells such a thing. */
export interface CardParts {
  readonly person: Load<Person>;
  readonly profile: Load<Profile>;
  readonly follow?: Load<{ readonly at?: number }>;
  readonly activity?: Load<Activity>;
}

const partNames = ['person', 'profile', 'follow', 'activity'] as const;

/** One card. */
export interface Card extends CardParts {
  /** What the chatter is known by; see `chatterKey`. */
  readonly key: string;
  /** The message from which it was opened. */
  readonly message: ChatMessage;
  /** It stays when another one is opened. */
  readonly isPinned: boolean;
  readonly saving: 'no' | 'busy' | Failure;
  /** Why messages could not begin to be kept, when the user last asked for it. */
  readonly unkept?: Failure | undefined;
  /** What the local log holds of them, as far as it was read. */
  readonly kept: KeptPage & { readonly isBusy: boolean };
}

/** Cards at once; the oldest leaves, pinned or not. */
const atMost = 6;

/** See the file's head. */
export class Cards {
  readonly #desk: PeopleDesk;
  readonly #changed: () => void;
  #cards: readonly Card[] = [];

  constructor(desk: PeopleDesk, changed: () => void) {
    this.#desk = desk;
    this.#changed = changed;
  }

  /** The open cards, the last opened last. */
  get open(): readonly Card[] {
    return this.#cards;
  }

  /** Opens the card of the author of `message`; cards that are not pinned make room for it. */
  show(message: ChatMessage): void {
    const key = chatterKey(message);
    const known = this.#cards.find((card) => card.key === key);
    const others = this.#cards.filter((card) => card.key !== key && card.isPinned);
    const loading = { status: 'loading' } as const;
    const card: Card = known ?? {
      key,
      message,
      isPinned: false,
      person: loading,
      profile: loading,
      ...(this.#desk.follow && { follow: loading }),
      ...(this.#desk.activity && { activity: loading }),
      saving: 'no',
      kept: { lines: [], more: false, isBusy: false },
    };
    this.#cards = [...others, card].slice(-atMost);
    this.#changed();
    if (known) return;
    for (const part of partNames) this.load(key, part);
    this.older(key);
  }

  close(key: string): void {
    this.#cards = this.#cards.filter((card) => card.key !== key);
    this.#changed();
  }

  pin(key: string, isPinned: boolean): void {
    this.#set(key, { isPinned });
  }

  /** Asks for a part anew; what is shown stays until the answer is there. */
  load(key: string, part: keyof CardParts): void {
    const card = this.#card(key);
    const load = card?.[part];
    if (!card || !load) return;
    if (load.status === 'failed') this.#set(key, { [part]: { status: 'loading' } });
    this.#desk[part]?.(whoOf(card.message)).then(
      (value) => this.#set(key, { [part]: { status: 'there', value } }),
      (error: unknown) => this.#set(key, { [part]: { status: 'failed', failure: failureOf(error) } }),
    );
  }

  /** Reads on in the local log, backwards. What could not be read can be asked for again. */
  older(key: string): void {
    const card = this.#card(key);
    if (!card || card.kept.isBusy) return;
    const { lines } = card.kept;
    const { id, ...who } = whoOf(card.message);
    if (id === undefined) return;
    const set = (kept: KeptPage, isBusy = false): void => this.#set(key, { kept: { ...kept, isBusy } });
    set(card.kept, true);
    this.#desk.older({ ...who, id }, lines[0]).then(
      (page) => set({ lines: [...page.lines, ...lines], more: page.more }),
      () => set(card.kept),
    );
  }

  /** Begins to keep messages. */
  keep(key: string): void {
    this.#set(key, { unkept: undefined });
    this.#desk.keepMessages().catch((error: unknown) => this.#set(key, { unkept: failureOf(error) }));
  }

  /** Lets the user allow what a part was missing, and asks for it again. */
  allow(key: string, part: keyof CardParts): void {
    const card = this.#card(key);
    const load = card?.[part];
    if (!card || load?.status !== 'failed' || load.failure.code !== 'missing-scope') return;
    const feature = featureFor(load.failure.scopes);
    if (feature === undefined) return;
    this.#set(key, { [part]: { status: 'loading' } });
    this.#desk.allow(feature, card.message.channel.login).then(
      () => this.load(key, part),
      () => this.#set(key, { [part]: load }),
    );
  }

  /** Writes the user's words down. Resolves with whether that was done. */
  async save(key: string, words: { readonly nickname: string; readonly note: string }): Promise<boolean> {
    const card = this.#card(key);
    if (!card) return false;
    this.#set(key, { saving: 'busy' });
    try {
      await this.#desk.write(whoOf(card.message), words);
    } catch (error) {
      this.#set(key, { saving: failureOf(error) });
      return false;
    }
    const before = card.person.status === 'there' ? card.person.value.history : [];
    const value = {
      ...(words.nickname.trim() !== '' && { nickname: words.nickname.trim() }),
      ...(words.note.trim() !== '' && { note: words.note }),
      history: before,
    };
    this.#set(key, { saving: 'no', person: { status: 'there', value } });
    return true;
  }

  /** Something was done, or written down, somewhere: what our own stores say is read again. */
  refresh(): void {
    for (const { key } of this.#cards) this.load(key, 'person');
  }

  #card(key: string): Card | undefined {
    return this.#cards.find((card) => card.key === key);
  }

  #set(key: string, change: Partial<Card>): void {
    if (!this.#card(key)) return;
    this.#cards = this.#cards.map((card) => (card.key === key ? { ...card, ...change } : card));
    this.#changed();
  }
}
