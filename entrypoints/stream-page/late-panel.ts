/** A panel in a stream page whose script is brought when it is opened first. */
import type { Later } from '../../lib/later.ts';

/** What puts such a panel up, closed, until the signal aborts. */
type PutUp<Parts, From extends unknown[]> = (
  parts: Parts,
  signal: AbortSignal,
) => { readonly open: (...from: From) => void };

/** Answers what opens the panel of a visit, which ends with `signal`; that rejects where its script cannot be had. */
export function openerOf<Parts, From extends unknown[]>(
  script: Later<PutUp<Parts, From>>,
  parts: Parts,
  signal: AbortSignal,
): (...from: From) => Promise<void> {
  let panel: ReturnType<PutUp<Parts, From>> | undefined;
  return async (...from) => {
    const putUp = await script.get();
    if (signal.aborted) return;
    panel ??= putUp(parts, signal);
    panel.open(...from);
  };
}
