import type axe from 'axe-core';

declare global {
  interface Window {
    /** There once axe's source has run in the page. */
    axe: typeof axe;
  }
}
