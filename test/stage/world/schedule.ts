/** Channels' schedules: segments, some of them every week, and vacations. */
import type { World } from './world.ts';

/** A segment as it was entered. A recurring one stands for one broadcast every week. */
export interface Segment {
  readonly id: string;
  startAt: number;
  /** Minutes. */
  duration: number;
  timezone: string;
  title: string;
  categoryId: string | undefined;
  recurring: boolean;
  /** Starts of broadcasts that were called off. */
  readonly canceled: Set<number>;
}

/** One broadcast of a segment. */
export interface Broadcast {
  readonly id: string;
  readonly segment: Segment;
  readonly startAt: number;
}

/** A channel's schedule. */
export interface Schedule {
  segments: readonly Segment[];
  vacation: { readonly from: number; readonly to: number } | undefined;
}

const week = 7 * 86_400_000;

/** The schedules of every channel. */
export class Schedules {
  readonly #world: World;
  readonly #schedules = new Map<string, Schedule>();

  constructor(world: World) {
    this.#world = world;
  }

  of(channelId: string): Schedule | undefined {
    return this.#schedules.get(channelId);
  }

  /** The channel's schedule; an empty one is made when there is none. */
  open(channelId: string): Schedule {
    const found = this.#schedules.get(channelId) ?? { segments: [], vacation: undefined };
    this.#schedules.set(channelId, found);
    return found;
  }

  add(channelId: string, segment: Omit<Segment, 'id' | 'canceled'>): Broadcast {
    const made: Segment = { ...segment, id: crypto.randomUUID(), canceled: new Set() };
    const schedule = this.open(channelId);
    schedule.segments = [...schedule.segments, made];
    return broadcast(made, made.startAt);
  }

  remove(channelId: string, segment: Segment): void {
    const schedule = this.open(channelId);
    schedule.segments = schedule.segments.filter((one) => one !== segment);
  }

  /** The broadcast of this id, whether past or to come. */
  find(channelId: string, id: string): Broadcast | undefined {
    const [segmentId = '', start = ''] = Buffer.from(id, 'base64url').toString('utf8').split(' ');
    const segment = this.of(channelId)?.segments.find((one) => one.id === segmentId);
    return segment && broadcast(segment, Number(start));
  }

  /** Broadcasts from `from` on, soonest first; a recurring segment gives a year of them. */
  upcoming(channelId: string, from = this.#world.clock.now()): readonly Broadcast[] {
    const segments = this.of(channelId)?.segments ?? [];
    return segments
      .flatMap((segment) =>
        Array.from({ length: segment.recurring ? 52 : 1 }, (_, index) => segment.startAt + index * week)
          .filter((startAt) => startAt + segment.duration * 60_000 > from)
          .map((startAt) => broadcast(segment, startAt)),
      )
      .sort((a, b) => a.startAt - b.startAt);
  }
}

function broadcast(segment: Segment, startAt: number): Broadcast {
  return { id: Buffer.from(`${segment.id} ${startAt}`).toString('base64url'), segment, startAt };
}
