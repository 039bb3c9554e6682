/**
 * How the content script (isolated world) asks the probe (page world).
 *
 * The content script dispatches {@link askEvent} on an element, about elements in it; while that dispatch still runs, the probe
 * dispatches {@link factEvent} on the window with what it knows as JSON text. Every page script could do the same, so the asking side
 * treats the answer as hostile text.
 *
 * Both are input events because those carry plain text: what a custom event carries is copied from one world to the other. (Their
 * target ranges could name the elements, but Chromium keeps up each range with every node that is removed from the page.)
 */

/**
 * Asks for the facts about elements in the one that it is dispatched on: its `data` are their paths (`path.ts`). One question about a
 * batch of lines costs little more than one about a line.
 */
export const askEvent = 'sidestage:ask';

/** Answers {@link askEvent}; its `data` is a JSON list with one object (or null) for each path. */
export const factEvent = 'sidestage:fact';
