/**
 * The tools are a script of their own (`twitch-tools.content`). The background puts it beside this one, into the same world, where
 * somebody may use them; everywhere else the page does without its weight.
 */
import { call } from '../../lib/messages/call.ts';
import type { Acting } from '../../lib/pages/desk.ts';
import type { Life } from '../stream-page/life.ts';

/** A visit to a channel's chat. */
export interface Visit {
  readonly channel: string;
  /** The account that acts there, and what it is there; both may change meanwhile. */
  readonly who: () => Acting | undefined;
  readonly life: Life;
  /** Aborts at its end. */
  readonly signal: AbortSignal;
}

/** What the other script can do. */
export interface Tools {
  /** Puts the tools up for a visit; resolves when they stand. */
  readonly moderate: (
    visit: Visit & { /** Only those that need no power. */ readonly isQuiet: boolean },
  ) => Promise<void>;
  /** Says during a visit that there could be tools inside the page of `site`, and where to say so. */
  readonly offer: (visit: Omit<Visit, 'who'>, site: string) => Promise<void>;
}

/** Where the two scripts meet. The page has a world of its own, and does not see it. */
const place = Symbol.for('sidestage.tools');
const here = globalThis as { [place]?: Tools | undefined };

/** For the other script: says that it is there. False for whoever comes second, who is not needed. */
export function bring(tools: Tools): boolean {
  if (here[place]) return false;
  here[place] = tools;
  return true;
}

/** The tools, brought when they are first wanted; `undefined` while they cannot be had. */
export async function theTools(): Promise<Tools | undefined> {
  if (!here[place]) await call('tools.bring', {}).catch(() => undefined);
  return here[place];
}
