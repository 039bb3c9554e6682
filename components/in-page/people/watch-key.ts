/** The key of the watch among the panels; no login has this form. */
export const watchKey = '*watch';
