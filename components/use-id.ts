import { useState } from 'preact/hooks';

let last = 0;

/**
 * An id that nobody else in this document has. Preact's own hook counts anew whenever the whole face is drawn again, so that
 * what comes later would bear the ids of what stands there already, and labels would name the wrong controls.
 */
export function useId(): string {
  const [id] = useState(() => `ss-${(last += 1)}`);
  return id;
}
