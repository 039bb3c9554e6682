/** The database of the extension's own origin. */
export const databaseName = 'sidestage';
