/**
 * Changing the page together with itself: what is written before the next picture of the page costs no picture of its own.
 *
 * A picture costs the page several times as much as what a chat line of ours changes in it, so a change just after one is the dearest
 * there is.
 */

/** When to go on where no picture is made (a tab in the background, a window that is covered), ms. */
const patience = 1_000;

/**
 * Calls `act` once, before the next picture of the page or else after {@link patience}; answers how to take it back.
 * @see https://developer.mozilla.org/docs/Web/API/Window/requestAnimationFrame
 */
export function beforePicture(act: () => void): () => void {
  const cancel = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const once = (): void => {
    cancel();
    act();
  };
  const frame = requestAnimationFrame(once);
  const timer = setTimeout(once, patience);
  return cancel;
}
