/** What is known of the health of pages: since when each thing is as it is, and the report that a user can copy. Pure. */
import { lossesOf, type PageHealth, type Site } from './health.ts';
import { siteOf } from './sites.ts';

/** A fact, and since when it holds; Unix epoch ms. */
export interface Since<Value> {
  readonly is: Value;
  readonly since: number;
}

/** How one kind of page stands. `at` is when it was looked at last. */
export interface HealthRecord {
  readonly at: number;
  /** When it was seen for the first time since the browser started. */
  readonly first: number;
  readonly anchors: Readonly<Record<string, Since<number>>>;
  readonly probe?: Since<boolean>;
  readonly ids?: Since<boolean>;
  readonly stream?: Since<boolean>;
}

/** Page kind → its record. */
export type HealthBook = Readonly<Record<string, HealthRecord>>;

/** `before` after a look at `at` that saw `seen` on a page of `site`. What was not looked at keeps standing. */
export function withHealth(
  site: Site,
  before: HealthRecord | undefined,
  seen: PageHealth,
  at: number,
): HealthRecord {
  const since = <Value>(old: Since<Value> | undefined, is: Value | undefined): Since<Value> | undefined =>
    is === undefined || old?.is === is ? old : { is, since: at };
  const probe = since(before?.probe, seen.probe);
  const ids = since(before?.ids, seen.ids);
  const stream = since(before?.stream, seen.stream);
  return {
    at,
    first: before?.first ?? at,
    anchors: Object.fromEntries(
      Object.keys(site.anchors).map((name) => [
        name,
        since(before?.anchors[name], seen.anchors[name] ?? -1) ?? { is: -1, since: at },
      ]),
    ),
    ...(probe && { probe }),
    ...(ids && { ids }),
    // It is wanted by one visit, and by the next one perhaps not.
    ...(stream && seen.stream !== undefined && { stream }),
  };
}

/** How the page stood when it was looked at last. */
export const lastSeenAs = ({ anchors: kept, probe, ids, stream }: HealthRecord): PageHealth => ({
  anchors: Object.fromEntries(Object.entries(kept).map(([name, { is }]) => [name, is])),
  ...(probe && { probe: probe.is }),
  ...(ids && { ids: ids.is }),
  ...(stream && { stream: stream.is }),
});

/** How a reader does; `spare`: it is not needed. */
export type ReaderState = 'works' | 'partly' | 'off' | 'waits' | 'absent' | 'spare';

/** One reader of a page, and since when it does as it does. */
export interface ReaderHealth {
  readonly name: 'dom' | 'probe' | Site['stream'];
  readonly state: ReaderState;
  readonly since?: number;
}

/** The readers of a page of `site`; in a recording there is but the page itself. */
export function readersOf(site: Site, record: HealthRecord): readonly ReaderHealth[] {
  const { probe, stream, anchors, first } = record;
  const container = anchors[site.container];
  const latest = Math.max(container?.since ?? first, anchors[site.line]?.since ?? first);
  const isWhole = lossesOf(site, lastSeenAs(record)).every((loss) => loss === site.withoutIds);
  const dom = container === undefined || container.is < 0 ? 'off' : !isWhole ? 'partly' : 'works';
  const shown: ReaderHealth = { name: 'dom', state: dom, since: latest };
  if (site.recorded !== undefined && (anchors[site.recorded]?.is ?? -1) >= 0) return [shown];
  const isRead = (is: boolean): ReaderState => (is ? 'works' : 'off');
  return [
    shown,
    probe
      ? { name: 'probe', state: isRead(probe.is), since: probe.since }
      : { name: 'probe', state: 'waits' },
    stream
      ? { name: site.stream, state: isRead(stream.is), since: stream.since }
      : { name: site.stream, state: site.stream === 'events' ? 'absent' : 'spare' },
  ];
}

/** The report, in English whatever the user's language is: it is for a bug report. No name and no message is in it. */
export function reportOf(book: HealthBook, version: string, browser: string): string {
  const time = (at: number): string => new Date(at).toISOString().slice(0, 16) + 'Z';
  const pages = Object.entries(book).map(([kind, record]) => {
    const site = siteOf(kind);
    const readers = readersOf(site, record).map(
      ({ name, state, since }) => `  ${name}: ${state}${since === undefined ? '' : ` since ${time(since)}`}`,
    );
    const held = Object.entries(site.anchors).map(([name, { selectors }]) => {
      const { is, since } = record.anchors[name] ?? { is: -1, since: record.at };
      const selector = selectors[is];
      return `  ${name}: ${selector === undefined ? 'not found' : `${is + 1}. ${selector}`} since ${time(since)}`;
    });
    const off = lossesOf(site, lastSeenAs(record))
      .map((loss) => loss.slice(4).toLowerCase())
      .join(', ');
    return [`${kind}, seen ${time(record.at)}`, ...readers, `  off: ${off || 'nothing'}`, ...held].join('\n');
  });
  return [`Sidestage ${version}; ${browser}`, ...pages].join('\n\n');
}
