/** What the user chooses of channels side by side. It is read with the settings, long before any of it is needed. */
import type { Sight } from './channel-url.ts';

/** What the windows can show of their channels, each alone in its window. */
export const sideSights = ['player', 'channel', 'chat'] as const satisfies readonly Sight[];

/** One of that. */
export type SideSight = (typeof sideSights)[number];

/** The ways to divide a screen among the windows: `main` gives the first one two thirds of it. */
export const tilings = ['grid', 'columns', 'rows', 'main'] as const;

/** One of them. */
export type Tiling = (typeof tilings)[number];

/** So many windows at most: more than anybody can watch, and few enough to be opened by mistake. */
export const tilesAtMost = 9;
