/** Whether the chat is read, for as long as anybody wants that. */

/** Who may want it: the user, by the setting, and the second reader, where the page does not tell whose lines they are. */
export type Wanting = 'user' | 'reader';

/** A reading that begins when somebody wants it, and ends when nobody does. */
export interface Reading {
  /** `who` wants it from now on, or no more. */
  readonly want: (who: Wanting, isWanted: boolean) => void;
}

/** What {@link createReading} needs. */
export interface ReadingParts {
  /** Begins to read, until `signal` aborts. */
  readonly begin: (signal: AbortSignal) => void;
  /** It was ended because nobody wants it. */
  readonly ended: () => void;
}

/** Makes it; it reads nothing once `signal` has aborted. */
export function createReading({ begin, ended }: ReadingParts, signal: AbortSignal): Reading {
  const wanting = new Set<Wanting>();
  let current: AbortController | undefined;
  return {
    want(who, isWanted) {
      if (isWanted) wanting.add(who);
      else wanting.delete(who);
      if (signal.aborted || wanting.size > 0 === (current !== undefined)) return;
      if (current) {
        current.abort();
        current = undefined;
        ended();
      } else {
        current = new AbortController();
        begin(AbortSignal.any([signal, current.signal]));
      }
    },
  };
}
