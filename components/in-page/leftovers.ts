/** The elements of ours that stand in a page, and how those go whose script is gone. */

/** Their names. */
export const tags = [
  'sidestage-tools',
  'sidestage-mark',
  'sidestage-notices',
  'sidestage-people',
  'sidestage-person',
  'sidestage-health',
  'sidestage-desk',
  'sidestage-room',
  'sidestage-manage',
  'sidestage-sweep',
  'sidestage-requests',
] as const;

/** Takes out what an earlier version left: Firefox ends its scripts with an update, and they cannot tidy up any more. */
export function removeLeftovers(document: Document): void {
  for (const host of document.querySelectorAll(tags.join())) host.remove();
}
