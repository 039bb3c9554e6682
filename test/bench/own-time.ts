/**
 * Our own share of a page's main thread, out of a trace of the browser's: the calls that begin in a script of the
 * extension's, with all that they call. What the browser does later because of them (style, layout, paint) is not in it; for
 * that stands the page with and without the extension in alternating windows.
 */

/** An event of a trace, as far as it is read here. Times are µs. */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** As `dur`, but only while the thread had a processor. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly url?: unknown } };
}

/** One call that began in the extension; `at` is ms of the trace's clock. */
export interface OwnCall {
  readonly at: number;
  /** How long a processor was busy with it, ms: that others on the machine kept the thread waiting is not its cost. */
  readonly ms: number;
  /**
   * How often it made the browser lay out or style the page before its time, by reading from it. Within an animation frame that
   * is the work which the browser was about to do.
   */
  readonly forced: number;
}

const scheme = 'chrome-extension://';
const forcing = new Set(['Layout', 'UpdateLayoutTree']);

/** The outermost calls into the extension's scripts, in order. */
export function ownCalls(events: readonly TraceEvent[]): OwnCall[] {
  const inOrder = events.filter(({ ph }) => ph === 'X').toSorted((a, b) => a.ts - b.ts);
  const forced = inOrder.filter(({ name }) => forcing.has(name));
  const frames = inOrder.filter(({ name }) => name === 'FireAnimationFrame');
  const calls: OwnCall[] = [];
  const endOf = new Map<number, number>();
  for (const event of inOrder) {
    if (event.name !== 'FunctionCall' || !isOurs(event) || event.dur === undefined) continue;
    // A call within a call is in the outer one's time.
    if (event.ts < (endOf.get(event.tid) ?? 0)) continue;
    const end = event.ts + event.dur;
    endOf.set(event.tid, end);
    const isInFrame = frames.some(
      ({ ts, dur = 0, tid }) => tid === event.tid && ts <= event.ts && event.ts < ts + dur,
    );
    calls.push({
      at: event.ts / 1000,
      ms: (event.tdur ?? event.dur) / 1000,
      forced: isInFrame
        ? 0
        : forced.filter(
            ({ ts, pid, tid }) => pid === event.pid && tid === event.tid && ts >= event.ts && ts < end,
          ).length,
    });
  }
  return calls;
}

const isOurs = ({ args }: TraceEvent): boolean =>
  typeof args?.data?.url === 'string' && args.data.url.startsWith(scheme);

/** Our ms in each whole second from the first call to the last. */
export function perSecond(calls: readonly OwnCall[]): number[] {
  const start = calls[0]?.at ?? 0;
  const sums: number[] = [];
  for (const { at, ms } of calls) {
    const second = Math.floor((at - start) / 1000);
    while (sums.length <= second) sums.push(0);
    sums[second] = (sums[second] ?? 0) + ms;
  }
  // The last second is not over.
  return sums.length > 1 ? sums.slice(0, -1) : sums;
}

/** All of `calls` in few numbers; ms. */
export function summary(calls: readonly OwnCall[]): { total: number; longest: number; forced: number } {
  return {
    total: calls.reduce((sum, { ms }) => sum + ms, 0),
    longest: calls.reduce((most, { ms }) => Math.max(most, ms), 0),
    forced: calls.reduce((sum, call) => sum + call.forced, 0),
  };
}
