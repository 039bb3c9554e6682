import { dice } from '../world/ids.ts';
import type { Saying } from '../world/records.ts';
import { type Chatter, makeChatter } from './chatters.ts';
import { faces, greetings, places, sayings, type SayingKind, shares, sides, spam } from './words.ts';

/** What somebody is about to say, and who that is. */
export interface Turn {
  readonly chatter: Chatter;
  readonly saying: Saying;
  /** The line answers one of the last lines of the chat. */
  readonly isReply?: boolean;
}

/** Gives one line after the other, without an end. */
export interface ChatSource {
  next(): Turn;
}

/** The stage's own chat: the same `seed` gives the same people saying the same things. */
export class Generator implements ChatSource {
  readonly #roll: () => number;
  readonly #regulars: Chatter[];
  #people = 0;
  #lastSpoke: Chatter;
  #repeat: Turn | undefined;

  /** `regulars` is how many people are in the room from the start. */
  constructor(seed = 1, regulars = 240) {
    this.#roll = dice(seed);
    this.#regulars = Array.from({ length: Math.max(1, regulars) }, () => this.#newcomer());
    this.#lastSpoke = this.#regulars[0] ?? this.#newcomer();
  }

  next(): Turn {
    const turn = this.#repeated() ?? this.#fresh();
    this.#lastSpoke = turn.chatter;
    return turn;
  }

  /** A new account that says what the whole wave says. */
  spam(text = this.#pick(spam)): Turn {
    const chatter = this.#newcomer();
    return turnOf(chatter, this.#fill(text), { isFirst: true });
  }

  /** Somebody who came with `raider`. */
  greeting(raider: string): Turn {
    const text = this.#fill(this.#pick(greetings).replaceAll('{raider}', raider));
    return turnOf(this.#newcomer(), text, { isFirst: this.#roll() < 0.7 });
  }

  #fresh(): Turn {
    const isFirst = this.#roll() < 0.012;
    const chatter = isFirst ? this.#newcomer() : this.#regular();
    const kind = isFirst ? 'plain' : this.#kind();
    const turn: Turn = {
      ...turnOf(chatter, this.#fill(this.#pick(sayings[kind])), {
        isFirst,
        isReturning: !isFirst && this.#roll() < 0.004,
        isAction: kind === 'actions',
      }),
      isReply: kind === 'replies',
    };
    if (isFirst) this.#regulars.push(chatter);
    if (this.#roll() < 0.01) this.#repeat = turn;
    return turn;
  }

  /** Some people say a thing again and again. */
  #repeated(): Turn | undefined {
    const turn = this.#repeat;
    if (!turn || this.#roll() > 0.25) return undefined;
    if (this.#roll() < 0.2) this.#repeat = undefined;
    return turnOf(turn.chatter, turn.saying.text, {});
  }

  /** A few speak much, most speak seldom. */
  #regular(): Chatter {
    const at = Math.floor(this.#roll() ** 2.2 * this.#regulars.length);
    return this.#regulars[at] ?? this.#lastSpoke;
  }

  #newcomer(): Chatter {
    this.#people += 1;
    return makeChatter(this.#people, this.#roll);
  }

  #kind(): SayingKind {
    let left = this.#roll() * 1000;
    for (const [kind, share] of shares) {
      left -= share;
      if (left < 0) return kind;
    }
    return 'plain';
  }

  #pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.#roll() * list.length)] as T;
  }

  #fill(text: string): string {
    return text.replaceAll(/\{(\w+)\}/g, (whole, slot: string) => {
      if (slot === 'face') return this.#pick(faces);
      if (slot === 'place') return this.#pick(places);
      if (slot === 'side') return this.#pick(sides);
      if (slot === 'count') return String(2 + Math.floor(this.#roll() * 97));
      return slot === 'chatter' ? this.#lastSpoke.login : whole;
    });
  }
}

function turnOf(chatter: Chatter, text: string, more: Partial<Saying>): Turn {
  const { login, displayName, color, badges } = chatter;
  return { chatter, saying: { from: login, displayName, color, text, ...(badges && { badges }), ...more } };
}
