/** What the popup knows of a channel's queue, and how it comes to know it. It touches neither the browser nor the DOM. */
import { failureOf, type Failure } from '../failure.ts';
import type { QueueCount, QueuePlace } from './queues.ts';

/** Everything that is drawn of a queue. What was counted stands until it is counted anew. */
export interface QueueState {
  readonly place: QueuePlace;
  readonly count: QueueCount | undefined;
  readonly failure: Failure | undefined;
  readonly asking: boolean;
}

/** What {@link createQueueDesk} needs. */
export interface QueueDeskParts {
  /** `fresh`: the user wants it counted now. @throws FailureError */
  readonly read: (place: QueuePlace, fresh: boolean) => Promise<QueueCount>;
  /** Asks the user to allow the counting. @throws FailureError */
  readonly allow: (place: QueuePlace) => Promise<unknown>;
  readonly isOnline: () => boolean;
  /** `undefined`: there is none in sight. */
  readonly show: (state: QueueState | undefined) => void;
}

/** The doings. None of them throws: what fails is shown. */
export interface QueueDesk {
  /** The channel in sight is this one now, with somebody who may see its queue; `undefined`: it has none for them. */
  readonly look: (place: QueuePlace | undefined) => Promise<void>;
  /** Counts anew. */
  readonly refresh: () => Promise<void>;
  /** Asks the user to allow it, and counts. */
  readonly allow: () => Promise<void>;
}

/** Makes the desk. */
export function createQueueDesk({ read, allow, isOnline, show }: QueueDeskParts): QueueDesk {
  let state: QueueState | undefined;
  /** The newest look; an older one that comes later says nothing any more. */
  let latest = 0;

  const set = (next: QueueState | undefined): void => {
    state = next;
    show(next);
  };

  async function count(place: QueuePlace, fresh: boolean): Promise<void> {
    const isSame = state?.place.platform === place.platform && state.place.channel === place.channel;
    const before = isSame ? state?.count : undefined;
    const look = ++latest;
    set({ place, count: before, failure: undefined, asking: true });
    let result: Pick<QueueState, 'count' | 'failure'> = { count: before, failure: { code: 'offline' } };
    if (isOnline()) {
      result = await read(place, fresh).then(
        (count) => ({ count, failure: undefined }),
        (error: unknown) => ({ count: before, failure: failureOf(error) }),
      );
    }
    if (look === latest) set({ place, ...result, asking: false });
  }

  return {
    async look(place) {
      if (place) return count(place, false);
      latest += 1;
      set(undefined);
    },
    async refresh() {
      if (state && !state.asking) await count(state.place, true);
    },
    async allow() {
      if (!state || state.asking) return;
      const { place } = state;
      const look = ++latest;
      set({ ...state, asking: true });
      try {
        await allow(place);
      } catch (error) {
        if (look === latest) set({ place, count: undefined, failure: failureOf(error), asking: false });
        return;
      }
      if (look === latest) await count(place, true);
    },
  };
}
