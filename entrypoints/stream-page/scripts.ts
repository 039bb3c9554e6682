/**
 * Parts of the tools that are scripts of their own, because most visits do without, or are not kept waiting by them: the background puts
 * such a script beside the tools when it is first wanted. What both need it takes from there, see `shared-names.ts`.
 */
import type { mountCornerMark } from '../../components/in-page/corner-mark.tsx';
import type { Panels } from '../../components/in-page/panels.tsx';
import type { Later } from '../../lib/later.ts';
import { call } from '../../lib/messages/call.ts';
import type { LogFeed } from '../../lib/pages/log-feed.ts';
import type { keepLooking } from '../corner.content/health.ts';
import type { putUpTwitchBar } from '../corner.content/twitch-bar.ts';
import type { putUpRequests } from '../requests.content/put-up.ts';
import type { putUpSweep } from '../sweep.content/put-up.ts';

/** What they bring. */
interface Scripts {
  /**
   * What stands at the edges of page and chat: the sign that something is off, and what looks whether it is; buttons that belong
   * to no line; and what brings messages to the local log.
   */
  readonly corner: {
    readonly putUpTwitchBar: typeof putUpTwitchBar;
    readonly mountCornerMark: typeof mountCornerMark;
    readonly keepLooking: typeof keepLooking;
    readonly LogFeed: typeof LogFeed;
  };
  /** Cards, the watch, questions, the list of keys. */
  readonly panels: Panels;
  /** Puts the panel of unban requests up, closed. */
  readonly requests: typeof putUpRequests;
  /** Puts the panel of the sweep up, closed. */
  readonly sweep: typeof putUpSweep;
}

/** What the script `Name` brings. */
export type Script<Name extends keyof Scripts> = Scripts[Name];

/** Where the scripts meet. The page has a world of its own, and does not see it. */
const place = Symbol.for('sidestage.scripts');
const here = globalThis as { [place]?: { -readonly [Name in keyof Scripts]?: Scripts[Name] } };

/** For such a script: says that it is there. Whoever comes second is not needed. */
export function bringScript<Name extends keyof Scripts>(name: Name, script: Scripts[Name]): void {
  here[place] = { [name]: script, ...here[place] };
}

/** For tools that begin: scripts which took their parts from tools before these are of no use to them. */
export function forgetScripts(): void {
  here[place] = {};
}

/** What the script `name` brings. */
export function laterScript<Name extends keyof Scripts>(name: Name): Later<Scripts[Name]> {
  let bringing: Promise<Scripts[Name]> | undefined;
  const now = (): Scripts[Name] | undefined => here[place]?.[name];
  const bring = async (): Promise<Scripts[Name]> => {
    try {
      await call('tools.more', { what: name });
    } catch (error) {
      // The answer may be lost when the script is not.
      const there = now();
      if (there === undefined) throw error;
      return there;
    } finally {
      bringing = undefined;
    }
    const there = now();
    if (there === undefined) throw new Error('the script did not say that it is there');
    return there;
  };
  const get = async (): Promise<Scripts[Name]> => now() ?? (await (bringing ??= bring()));
  return {
    now,
    get,
    soon: () => {
      if (now() === undefined && !bringing) requestIdleCallback(() => void get().catch(() => undefined));
    },
  };
}

/** How long after a failure a script is asked for again, in ms. */
const again = 30_000;

/** Does `act` with what the script `name` brings, whenever it can be had, unless `signal` aborts before. */
export function whenThere<Name extends keyof Scripts>(
  name: Name,
  act: (script: Scripts[Name]) => void,
  isAlive: () => boolean,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const script = laterScript(name);
  const begin = (): void => {
    if (!isAlive()) return;
    script.get().then(
      (brought) => {
        if (!signal.aborted) act(brought);
      },
      () => {
        if (!signal.aborted) timer = setTimeout(begin, again);
      },
    );
  };
  begin();
  signal.addEventListener('abort', () => clearTimeout(timer));
}
