/**
 * How the content script (isolated world) asks the probe (page world).
 *
 * The content script dispatches {@link askEvent} on the window, about elements in which the event's target ranges begin; while that
 * dispatch still runs, the probe dispatches {@link factEvent} on the window with what it knows as JSON text. On an element both would
 * pass all that it stands in. Every page script could do the same, so the asking side treats the
 * answer as hostile text.
 */

/**
 * Asks for the facts about elements: an input event, because its ranges are the only list of nodes in an event that both worlds see.
 * One question about a batch of lines costs little more than one about a line.
 * @see https://www.w3.org/TR/input-events-2/#dom-inputevent-gettargetranges
 */
export const askEvent = 'sidestage:ask';

/**
 * Answers {@link askEvent}; its `data` is a JSON list with one object (or null) for each range. It is an input event because that
 * carries plain text: what a custom event carries is copied from one world to the other.
 */
export const factEvent = 'sidestage:fact';
