/** The sweep in a stream page. */
import type { SweepTools } from '../../components/in-page/sweep/sweep.tsx';
import type { ChatMessage } from '../../lib/chat/message.ts';
import type { PutUpParts } from '../sweep.content/put-up.ts';
import { laterScript } from './scripts.ts';

/** Opens the panel; rejects where its script cannot be had. */
export type OpenSweep = (message?: ChatMessage, line?: HTMLElement) => Promise<void>;

/** Answers what opens the panel of a visit, which ends with `signal`. */
export function sweepOf(parts: PutUpParts, signal: AbortSignal): OpenSweep {
  const script = laterScript('sweep');
  let panel: SweepTools | undefined;
  return async (message, line) => {
    const putUp = await script.get();
    if (signal.aborted) return;
    panel ??= putUp(parts, signal);
    panel.open(message, line);
  };
}
