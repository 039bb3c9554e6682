/** When the popup's first frame stands: until then nothing else is done than what it takes. */

/** A page that nobody sees draws no frames, ms. */
const patienceMs = 300;

/** See the file's head. */
export interface FirstFrame {
  readonly isThere: () => boolean;
  /** Resolves once it stands. */
  readonly stands: Promise<void>;
  /** There is something in the frame that comes next. */
  readonly drawn: () => void;
  /** There is nothing to draw before the background has answered. */
  readonly skip: () => void;
}

/** Waits for the first frame. */
export function createFirstFrame(): FirstFrame {
  const { promise: stands, resolve } = Promise.withResolvers<undefined>();
  let isAwaited = false;
  let isThere = false;
  const done = (): void => {
    isThere = true;
    resolve(undefined);
  };
  return {
    isThere: () => isThere,
    stands,
    skip: done,
    drawn() {
      if (isAwaited) return;
      isAwaited = true;
      setTimeout(done, patienceMs);
      // The second frame begins when the first is painted.
      requestAnimationFrame(() => requestAnimationFrame(done));
    },
  };
}
