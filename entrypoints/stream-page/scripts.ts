/**
 * Parts of the tools that are scripts of their own, because most visits do without, or are not kept waiting by them: the background puts
 * such a script beside the tools when it is first wanted. What both need it takes from there, see `shared-names.ts`.
 */
import type { mountCornerMark } from '../../components/in-page/corner-mark.tsx';
import type { Panels } from '../../components/in-page/panels.tsx';
import type { Later } from '../../lib/later.ts';
import { call } from '../../lib/messages/call.ts';
import type { keepLooking } from '../corner.content/health.ts';
import type { putUpSweep } from '../sweep.content/put-up.ts';

/** What they bring. */
interface Scripts {
  /** What says in the page's corner that something is off, and looks whether it is. */
  readonly corner: {
    readonly mountCornerMark: typeof mountCornerMark;
    readonly keepLooking: typeof keepLooking;
  };
  /** Cards, the watch, questions, the list of keys. */
  readonly panels: Panels;
  /** Puts the panel of the sweep up, closed. */
  readonly sweep: typeof putUpSweep;
}

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
