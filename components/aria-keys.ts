/**
 * A chord (`Ctrl+Enter`) in the words of `aria-keyshortcuts`, which wants keys by their DOM names; people read the shorter one
 * on their keyboards.
 *
 * @see https://www.w3.org/TR/wai-aria-1.2/#aria-keyshortcuts
 */
export const ariaKeys = (chord: string | undefined): string | undefined =>
  chord?.replace(/\bCtrl\b/, 'Control');
