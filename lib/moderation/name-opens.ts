/** Whose card a press on a chatter's name opens: the site's, ours, or both. */
export const nameOpens = ['theirs', 'both', 'ours'] as const;

/** See {@link nameOpens}. */
export type NameOpens = (typeof nameOpens)[number];
