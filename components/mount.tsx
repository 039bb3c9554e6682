import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact';
import { useReducer, useLayoutEffect } from 'preact/hooks';

import { addIcons } from './Icon.tsx';
import { pageIcons } from './page-icons.ts';

/**
 * Draws what `draw` gives into `root`, and again whenever the returned function is called.
 *
 * A page must not call Preact's `render` twice: each call counts the ids of `useId` from the start again, and labels then
 * point to the wrong fields.
 */
export function mount(draw: () => ComponentChildren, root: Element): () => void {
  addIcons(pageIcons);
  let again = (): void => undefined;

  function Face(): VNode {
    const [, count] = useReducer((drawn: number) => drawn + 1, 0);
    useLayoutEffect(() => {
      again = () => count(undefined);
    }, []);
    return <>{draw()}</>;
  }

  render(<Face />, root);
  return () => again();
}
