/** Nothing on the local stage needs longer than this, even on a busy machine. In ms. */
export const patienceMs = 15_000;

/**
 * Asks again and again until `look` gives something other than `undefined`, and returns that.
 *
 * `look` must itself wait for a moment's change (an animation frame, an event), so that no time is slept away here.
 * What it throws counts as "not yet": documents come and go while one looks at them.
 *
 * @param what completes the sentence "Waited in vain for …"
 * @throws when `limitMs` is over, with the last thing that went wrong as its cause
 */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
  limitMs = patienceMs,
): Promise<T> {
  const end = performance.now() + limitMs;
  let cause: unknown;
  let restMs = 0;
  do {
    try {
      const seen = await look();
      if (seen !== undefined) return seen;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    // Looking takes the time of those whom one waits for: the longer it takes, the more seldom one looks.
    restMs = Math.min(restMs + 5, longestRestMs);
    await rest(restMs);
  } while (performance.now() < end);
  throw new Error(`Waited in vain for ${what}`, { cause });
}

/** Between two looks, in ms. */
const longestRestMs = 60;

/** Lets the event loop do its other work; keeps a `look` that fails at once from spinning. */
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
