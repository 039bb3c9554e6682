/** Asking CHZZK who is logged in: never before the user has permitted it, and only when somebody looks. */
import type { ChzzkSession, ChzzkView } from './session.ts';

/** What {@link createChzzkAsking} needs. */
export interface ChzzkAskingParts {
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

/** Makes the asking behind a page. */
export function createChzzkAsking({ read, permit, show }: ChzzkAskingParts): ChzzkAsking {
  let view: ChzzkView | undefined;
  let running: Promise<void> | undefined;

  const set = (next: ChzzkView | undefined): void => {
    view = next;
    show(next);
  };

  async function ask(): Promise<void> {
    if (view === 'failed') set('asking');
    try {
      set(await read());
    } catch {
      set('failed');
    }
  }

  const look = (): Promise<void> => (running ??= ask().finally(() => (running = undefined)));

  return {
    look,
    async permit() {
      if (!(await permit().catch(() => false))) return;
      if (view === undefined) set('asking');
      await look();
    },
  };
}
