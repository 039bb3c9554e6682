/** How long a chatter is watched, in minutes. */

/** At first, and what each further press adds, until the user chooses otherwise. */
export const usualWatch = 10;

/** The lengths to choose from. */
export const watchLengths: readonly number[] = [5, 10, 30, 60, 120];

/** The longest that can be set. */
export const longestWatch = 480;
