/**
 * Our share of a page's main thread once more, out of the browser's sampling profiler: every sample in which a script of ours stands
 * anywhere in the stack. Unlike the trace it sees what follows from a promise, and says in which function the time goes; being
 * sampled, it costs a little itself.
 */
import type { Page, Protocol } from 'puppeteer';

import { round } from './statistics.ts';

/** One function of ours. */
export interface HotSpot {
  readonly where: string;
  /** In it and in what it calls, and in it alone (with what the browser does for it), ms. */
  readonly total: number;
  readonly self: number;
}

/** What a profile says of us. */
export interface OwnProfile {
  /** ms. */
  readonly total: number;
  /** The dearest by what they take themselves. */
  readonly spots: readonly HotSpot[];
}

type Node = Protocol.Profiler.ProfileNode;

const scheme = 'chrome-extension://';
/** Time between two samples, µs. */
const interval = 200;

/** Our share while `happening` goes on. */
export async function profiled(page: Page, happening: () => Promise<void>, most = 12): Promise<OwnProfile> {
  const client = await page.createCDPSession();
  await client.send('Profiler.enable');
  await client.send('Profiler.setSamplingInterval', { interval });
  await client.send('Profiler.start');
  await happening();
  const { profile } = await client.send('Profiler.stop');
  await client.detach();
  return ownProfile(profile, most);
}

/** Our share of `profile`. */
export function ownProfile(
  { nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile,
  most: number,
): OwnProfile {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const spots = new Map<string, { total: number; self: number }>();
  /** The functions of ours in a node's stack, innermost first. */
  const stackOf = new Map<number, readonly string[]>();
  const ownStack = (node: Node): readonly string[] => {
    const known = stackOf.get(node.id);
    if (known) return known;
    const parent = byId.get(parents.get(node.id) ?? -1);
    const outer = parent ? ownStack(parent) : [];
    const stack = node.callFrame.url.startsWith(scheme) ? [nameOf(node), ...outer] : outer;
    stackOf.set(node.id, stack);
    return stack;
  };
  let total = 0;
  for (const [place, id] of samples.entries()) {
    const node = byId.get(id);
    // What passed until the next sample was spent in this one.
    const ms = (timeDeltas[place + 1] ?? 0) / 1000;
    const stack = node ? ownStack(node) : [];
    if (stack.length === 0) continue;
    total += ms;
    for (const where of new Set(stack)) {
      const spot = spots.get(where) ?? { total: 0, self: 0 };
      spot.total += ms;
      if (where === stack[0]) spot.self += ms;
      spots.set(where, spot);
    }
  }
  return {
    total: round(total, 1),
    spots: [...spots]
      .toSorted(([, one], [, other]) => other.self - one.self)
      .slice(0, most)
      .map(([where, { total: all, self }]) => ({ where, total: round(all, 1), self: round(self, 1) })),
  };
}

function nameOf({ callFrame: { functionName, url, lineNumber, columnNumber } }: Node): string {
  return `${functionName || '(anonymous)'} ${url.split('/').at(-1) ?? ''}:${lineNumber + 1}:${columnNumber + 1}`;
}
