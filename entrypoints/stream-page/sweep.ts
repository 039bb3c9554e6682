/**
 * The sweep in a stream page. Its panel is a script of its own (`sweep.content`), which the background puts beside this one when
 * it is first opened: most visits do without.
 */
import type { SweepParts, SweepTools } from '../../components/in-page/sweep/sweep.tsx';
import type { ChatMessage } from '../../lib/chat/message.ts';
import { call } from '../../lib/messages/call.ts';

/** What the other script can do. */
export interface SweepScript {
  /** Puts the panel up, closed; resolves when it stands. */
  readonly mount: (parts: SweepParts, signal: AbortSignal) => Promise<SweepTools>;
}

/** Where the two scripts meet. The page has a world of its own, and does not see it. */
const place = Symbol.for('sidestage.sweep');
const here = globalThis as { [place]?: SweepScript | undefined };

/** For the other script: says that it is there. Whoever comes second is not needed. */
export function bringSweep(script: SweepScript): void {
  here[place] ??= script;
}

/** Opens the panel; rejects where its script cannot be had. */
export type OpenSweep = (message?: ChatMessage, line?: HTMLElement) => Promise<void>;

/** Answers what opens the panel of a visit, which ends with `signal`. */
export function sweepOf(parts: SweepParts, signal: AbortSignal): OpenSweep {
  let panel: Promise<SweepTools> | undefined;
  const put = async (): Promise<SweepTools> => {
    if (!here[place]) await call('tools.more', { what: 'sweep' });
    const script = here[place];
    if (!script) throw new Error('the script did not say that it is there');
    return script.mount(parts, signal);
  };
  return async (message, line) => {
    try {
      const { open } = await (panel ??= put());
      open(message, line);
    } catch (error) {
      panel = undefined;
      throw error;
    }
  };
}
