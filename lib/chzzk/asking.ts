/** Asking CHZZK who is logged in: never before the user has permitted it, and only when somebody looks. */
import { failureOf } from '../failure.ts';
import type { ChzzkSession, ChzzkView } from './session.ts';

/** What {@link createChzzkAsking} needs. */
export interface ChzzkAskingParts {
  /** Whether the user has permitted it. */
  readonly isPermitted: () => Promise<boolean>;
  /** Asks; `undefined`: the user has not permitted it. */
  readonly read: () => Promise<ChzzkSession | undefined>;
  /** Lets the browser ask the user, during a press; whether it may be asked now. */
  readonly permit: () => Promise<boolean>;
  readonly show: (view: ChzzkView | undefined) => void;
}

/** See the file's head. None of it throws. */
export interface ChzzkAsking {
  /** Asks if that is permitted. What was known stays in sight meanwhile. */
  readonly look: () => Promise<void>;
  /** Lets the user permit it, and asks. Only a press may do this. */
  readonly permit: () => Promise<void>;
}

const isKnown = (view: ChzzkView | undefined): boolean => typeof view === 'object';

/** Makes the asking behind a page. */
export function createChzzkAsking({ isPermitted, read, permit, show }: ChzzkAskingParts): ChzzkAsking {
  let view: ChzzkView | undefined;
  let running: Promise<void> | undefined;

  const set = (next: ChzzkView | undefined): void => {
    view = next;
    show(next);
  };

  async function ask(): Promise<void> {
    try {
      if (!isKnown(view) && (await isPermitted())) set('asking');
      set(await read());
    } catch (error) {
      set(failureOf(error).code === 'offline' ? 'offline' : 'failed');
    }
  }

  const look = (): Promise<void> => (running ??= ask().finally(() => (running = undefined)));

  return {
    look,
    async permit() {
      if (!(await permit().catch(() => false))) return;
      await look();
    },
  };
}
