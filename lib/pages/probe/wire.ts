/**
 * How the content script (isolated world) asks the probe (page world).
 *
 * The content script dispatches {@link askEvent} on an element; while that dispatch still runs, the probe dispatches
 * {@link factEvent} on the same element with what it knows as JSON text. Every page script could do the same, so the
 * asking side treats the answer as hostile text.
 */

/** Asks for the facts about the element on which it is dispatched. */
export const askEvent = 'sidestage:read';

/** Answers {@link askEvent}; `detail` is JSON text. */
export const factEvent = 'sidestage:fact';
