import { createContext } from 'preact';

/** The channels that are chosen to be seen side by side, by their keys (`twitch:1234`). */
export const Marked = createContext<ReadonlySet<string>>(new Set());
