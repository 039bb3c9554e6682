import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the room that an element has once taken: what stands below it must not come up under a press that is on its way.
 * What the user does in the element itself may change its height at once, and with the pointer elsewhere nobody presses.
 */
export function useSteady<Box extends HTMLElement>(): RefObject<Box | null> {
  const ref = useRef<Box>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    const around = box?.parentElement;
    if (!box || !around) return;
    const keep = (): void => {
      box.style.minBlockSize = `${box.getBoundingClientRect().height}px`;
    };
    const free = (): void => {
      box.style.minBlockSize = '';
    };
    const act = (): void => {
      free();
      requestAnimationFrame(keep);
    };
    const observer = new ResizeObserver(keep);
    observer.observe(box);
    box.addEventListener('click', act);
    around.addEventListener('pointerleave', free);
    return () => {
      observer.disconnect();
      box.removeEventListener('click', act);
      around.removeEventListener('pointerleave', free);
    };
  }, []);
  return ref;
}
