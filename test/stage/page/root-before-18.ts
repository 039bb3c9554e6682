/** Stands in for `react-dom/client`, which React has since 18. */
import type { ReactElement } from 'react';
import { render } from 'react-dom';

/** The root that `createRoot` makes, as far as the page uses it. */
export function createRoot(container: Element): { render(tree: ReactElement): void } {
  return {
    render(tree) {
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- the types are those of 18; before it there was no other way
      render(tree, container);
    },
  };
}
