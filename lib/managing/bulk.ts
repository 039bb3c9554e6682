/** The same change for many, one after the other and slowly: CHZZK says nowhere how much it bears. */
import type { Doing } from '../chzzk/manage/wish.ts';
import { type Failure, failureOf } from '../failure.ts';

/** A change, and whom it is about by the name that the user knows. */
export interface Deed {
  readonly doing: Doing;
  readonly name: string;
  /** What takes it back, where something does. */
  readonly undo?: Doing;
}

/** What became of them. */
export interface BulkOutcome {
  readonly done: readonly Deed[];
  /** What CHZZK refused of one alone. */
  readonly refused: readonly { readonly deed: Deed; readonly failure: Failure }[];
  /** Those that were not tried, since the user stopped it or it would have failed for them as well. */
  readonly left: readonly Deed[];
  /** Why it stopped, unless the user did. */
  readonly failure?: Failure;
}

/** What {@link doSlowly} needs. */
export interface BulkParts {
  /** Makes one; the answer takes it back, where only that is known. */
  readonly act: (deed: Deed) => Promise<Doing | undefined>;
  /** Waits between two changes. */
  readonly wait: () => Promise<void>;
  /** Told after each. */
  readonly tell: (tried: number) => void;
  readonly signal: AbortSignal;
}

/** Whether it says no to one alone: the others may still go well. */
const isAboutOne = (failure: Failure): boolean =>
  failure.code === 'bad-input' || (failure.code === 'platform-refused' && failure.status !== 403);

/** Does them all, unless the signal stops it or something goes wrong that concerns all. It does not throw. */
export async function doSlowly(
  deeds: readonly Deed[],
  { act, wait, tell, signal }: BulkParts,
): Promise<BulkOutcome> {
  const done: Deed[] = [];
  const refused: { deed: Deed; failure: Failure }[] = [];
  for (const [index, deed] of deeds.entries()) {
    if (index > 0) await wait();
    if (signal.aborted) return { done, refused, left: deeds.slice(index) };
    try {
      const undo = await act(deed);
      done.push(undo ? { ...deed, undo } : deed);
    } catch (error) {
      const failure = failureOf(error);
      if (!isAboutOne(failure)) return { done, refused, left: deeds.slice(index), failure };
      refused.push({ deed, failure });
    }
    tell(index + 1);
  }
  return { done, refused, left: [] };
}
