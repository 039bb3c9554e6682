/** The key of the settings in `storage.local`: by itself, for whoever asks before there is anything that understands them. */
export const settingsKey = 'settings';
