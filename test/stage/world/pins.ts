/** The one message that moderators may pin in a channel. */
import type { ChatLine } from './records.ts';
import type { World } from './world.ts';

/** A pinned message. It stays until `endsAt`, or for good. */
export interface Pin {
  readonly line: ChatLine;
  readonly byId: string;
  readonly startsAt: number;
  endsAt: number | undefined;
  updatedAt: number;
}

/** The pins of every channel. */
export class Pins {
  readonly #world: World;
  readonly #pins = new Map<string, Pin>();

  constructor(world: World) {
    this.#world = world;
  }

  /** The pin that stands now; a deleted message is not pinned any more. */
  of(channelId: string): Pin | undefined {
    const pin = this.#pins.get(channelId);
    if (!pin) return undefined;
    const over = (pin.endsAt ?? Infinity) <= this.#world.clock.now() || this.#world.deleted.has(pin.line.id);
    if (over) this.#pins.delete(channelId);
    return over ? undefined : pin;
  }

  pin(line: ChatLine, byId: string, seconds: number | undefined): void {
    const now = this.#world.clock.now();
    const endsAt = seconds === undefined ? undefined : now + seconds * 1000;
    this.#pins.set(line.channelId, { line, byId, startsAt: now, endsAt, updatedAt: now });
    this.#world.events.emit('pinned', { channelId: line.channelId, line, by: this.#world.user(byId) });
  }

  /** Gives a pin a new end, counted from now. */
  extend(pin: Pin, seconds: number | undefined): void {
    pin.updatedAt = this.#world.clock.now();
    pin.endsAt = seconds === undefined ? undefined : pin.updatedAt + seconds * 1000;
  }

  unpin(channelId: string, byId: string): void {
    this.#pins.delete(channelId);
    this.#world.events.emit('pinned', { channelId, line: undefined, by: this.#world.user(byId) });
  }
}
