/** Which of the requests that somebody chose can be answered how. */
import type { Plea } from '../chzzk/manage/wish.ts';

/** Those that can be accepted: of whoever has left nothing can be lifted, and of whoever asked twice it is lifted once. */
export function acceptable(pleas: readonly Plea[]): readonly (Plea & { readonly id: string })[] {
  const known = new Map(pleas.flatMap((plea) => (plea.id === undefined ? [] : [[plea.id, plea] as const])));
  return [...known].map(([id, plea]) => ({ ...plea, id }));
}
