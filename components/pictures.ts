import { createContext } from 'preact';

/**
 * Whether pictures are drawn yet. What must be there at once draws its first frame without them: each one that is asked
 * for costs as much as the rest of its row.
 */
export const Pictures = createContext(true);
