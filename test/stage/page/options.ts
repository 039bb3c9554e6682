/** The page's switches: what Twitch changes between builds, users and settings, so that tests can have each. */

/** The versions of React that Twitch's page had, has and may have. */
export const reactVersions = ['16', '17', '18', '19'] as const;
export type ReactVersion = (typeof reactVersions)[number];

export interface PageOptions {
  readonly theme: 'dark' | 'light';
  /** Whose capture the lines follow: two wrappers and an aria-label (2026), or the flatter lines before. */
  readonly markup: '2026' | '2024';
  /** Whether a line is a class component (with a `stateNode`) or a function. */
  readonly component: 'class' | 'function';
  /** The version of React that the page is made with. */
  readonly react: ReactVersion;
  /** What React leaves on the chat's nodes. */
  readonly fiberKeys: 'kept' | 'removed';
  /** Whose lines stand in chat: those of another extension look otherwise. */
  readonly foreign: 'none' | 'ffz' | 'bttv' | '7tv';
  /** Whether the player fills the window and chat stands beside it. */
  readonly theatre: boolean;
  readonly timestamps: boolean;
  /** `auto`: moderators read what was deleted, others do not. */
  readonly deleted: 'auto' | 'BRIEF' | 'DETAILED' | 'LEGACY';
  /** Twitch's own moderation buttons in the line. */
  readonly modIcons: boolean;
  /** Takes the whole chat down and builds it anew every so many ms; 0 = never. */
  readonly remountMs: number;
  /** Leaves a line in the container that React no longer owns every so many ms; 0 = never. */
  readonly orphanMs: number;
  /** Lines in the document at the most. */
  readonly maxLines: number;
}

export const defaultOptions: PageOptions = {
  theme: 'dark',
  markup: '2026',
  component: 'class',
  react: '18',
  fiberKeys: 'kept',
  foreign: 'none',
  theatre: false,
  timestamps: false,
  deleted: 'auto',
  modIcons: false,
  remountMs: 0,
  orphanMs: 0,
  maxLines: 150,
};

const choices: { readonly [K in keyof PageOptions]?: readonly PageOptions[K][] } = {
  theme: ['dark', 'light'],
  markup: ['2026', '2024'],
  component: ['class', 'function'],
  react: reactVersions,
  fiberKeys: ['kept', 'removed'],
  foreign: ['none', 'ffz', 'bttv', '7tv'],
  deleted: ['auto', 'BRIEF', 'DETAILED', 'LEGACY'],
};

/** `base` with what an address's query says otherwise. Throws on a value that no switch has. */
export function optionsFrom(query: URLSearchParams, base: PageOptions = defaultOptions): PageOptions {
  const said: Record<string, unknown> = {};
  for (const name of Object.keys(base) as (keyof PageOptions)[]) {
    const text = query.get(name);
    if (text !== null) said[name] = read(name, text, base[name]);
  }
  return { ...base, ...said };
}

function read(name: keyof PageOptions, text: string, like: unknown): string | number | boolean {
  if (typeof like === 'boolean') return text === '' || text === '1' || text === 'true';
  if (typeof like === 'number' && Number.isFinite(Number(text))) return Number(text);
  if ((choices[name] as readonly string[] | undefined)?.includes(text)) return text;
  throw new Error(`the stage's page has no ${name}=${text}`);
}
