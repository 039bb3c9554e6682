/** The sites whose pages have our tools, and whose page is of which kind. */
import { chzzkSite } from './chzzk/site.ts';
import type { Site } from './health.ts';
import { twitchSite } from './twitch/site.ts';

/** What the kinds of CHZZK's pages begin with, where they stand beside Twitch's. */
const chzzk = 'chzzk-';

/** A kind of CHZZK's pages, so that it is none of Twitch's. */
export const chzzkKind = (kind: string): string => `${chzzk}${kind}`;

/** The site that has pages of `kind`. */
export const siteOf = (kind: string): Site => (kind.startsWith(chzzk) ? chzzkSite : twitchSite);
