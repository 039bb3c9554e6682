/**
 * How the content script (isolated world) asks the probe (page world).
 *
 * The content script dispatches {@link askEvent} on the window, about the element that the event is related to; while that dispatch
 * still runs, the probe dispatches {@link factEvent} on the window with what it knows as JSON text. On the element itself both would
 * pass all that it stands in. Every page script could do the same, so the asking side treats the
 * answer as hostile text.
 */

/** Asks for the facts about the element that is its `relatedTarget`: of all that an event carries, what both worlds see as an element. */
export const askEvent = 'sidestage:read';

/**
 * Answers {@link askEvent}; its `data` is JSON text. It is an input event because that carries plain text: what a custom event carries is
 * copied from one world to the other.
 */
export const factEvent = 'sidestage:fact';
