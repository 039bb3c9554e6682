import { createContext } from 'preact';

/**
 * Whether the first frame stands. What must be there at once draws it without what nobody sees in it: pictures (each one
 * that is asked for costs as much as the rest of its row), titles, buttons that show under the pointer, rows below the edge.
 */
export const Settled = createContext(true);
