/** The browsers that are looked for; `chromium` stands for Chrome, Chromium and Edge. */
export type BrowserName = 'chromium' | 'firefox';

/** The environment variable that names a browser's program. */
export const overrides: Readonly<Record<BrowserName, string>>;

/** Where Puppeteer puts what it downloads. */
export const downloads: string;

/** The program of a browser on this machine: the one named in the environment, an installed one, or a downloaded one. */
export function findBrowser(name: BrowserName): string | undefined;
