/** What is known of the health of pages: since when each thing is as it is, and the report that a user can copy. Pure. */
import { anchorNames, anchors } from './anchors.ts';
import { lossesOf, type PageHealth } from './health.ts';

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
}

/** Page kind → its record. */
export type HealthBook = Readonly<Record<string, HealthRecord>>;

/** `before` after a look at `at` that saw `seen`. What was not looked at keeps standing. */
export function withHealth(before: HealthRecord | undefined, seen: PageHealth, at: number): HealthRecord {
  const since = <Value>(old: Since<Value> | undefined, is: Value | undefined): Since<Value> | undefined =>
    is === undefined || old?.is === is ? old : { is, since: at };
  const probe = since(before?.probe, seen.probe);
  const ids = since(before?.ids, seen.ids);
  return {
    at,
    first: before?.first ?? at,
    anchors: Object.fromEntries(
      anchorNames.map((name) => [
        name,
        since(before?.anchors[name], seen.anchors[name] ?? -1) ?? { is: -1, since: at },
      ]),
    ),
    ...(probe && { probe }),
    ...(ids && { ids }),
  };
}

/** How the page stood when it was looked at last. */
export const lastSeenAs = ({ anchors: kept, probe, ids }: HealthRecord): PageHealth => ({
  anchors: Object.fromEntries(Object.entries(kept).map(([name, { is }]) => [name, is])),
  ...(probe && { probe: probe.is }),
  ...(ids && { ids: ids.is }),
});

/** How a reader does. */
export type ReaderState = 'works' | 'partly' | 'off' | 'waits' | 'absent';

/** One reader of a page, and since when it does as it does. */
export interface ReaderHealth {
  readonly name: 'dom' | 'probe' | 'events';
  readonly state: ReaderState;
  readonly since?: number;
}

/** The readers of a page; the probe has nothing to say in a recording. The platform's event stream is not connected yet. */
export function readersOf(record: HealthRecord): readonly ReaderHealth[] {
  const { container, line, recordedLine } = record.anchors;
  const latest = Math.max(container?.since ?? record.first, line?.since ?? record.first);
  const isWhole = lossesOf(lastSeenAs(record)).every((loss) => loss === 'lossIds');
  const dom = container === undefined || container.is < 0 ? 'off' : !isWhole ? 'partly' : 'works';
  const shown: ReaderHealth = { name: 'dom', state: dom, since: latest };
  if (recordedLine !== undefined && recordedLine.is >= 0) return [shown];
  const { probe } = record;
  return [
    shown,
    probe
      ? { name: 'probe', state: probe.is ? 'works' : 'off', since: probe.since }
      : { name: 'probe', state: 'waits' },
    { name: 'events', state: 'absent' },
  ];
}

/** The report, in English whatever the user's language is: it is for a bug report. No name and no message is in it. */
export function reportOf(book: HealthBook, version: string, browser: string): string {
  const time = (at: number): string => new Date(at).toISOString().slice(0, 16) + 'Z';
  const pages = Object.entries(book).map(([kind, record]) => {
    const readers = readersOf(record).map(
      ({ name, state, since }) => `  ${name}: ${state}${since === undefined ? '' : ` since ${time(since)}`}`,
    );
    const held = anchorNames.map((name) => {
      const { is, since } = record.anchors[name] ?? { is: -1, since: record.at };
      const selector = anchors[name].selectors[is];
      return `  ${name}: ${selector === undefined ? 'not found' : `${is + 1}. ${selector}`} since ${time(since)}`;
    });
    const off = lossesOf(lastSeenAs(record))
      .map((loss) => loss.slice(4).toLowerCase())
      .join(', ');
    return [`${kind}, seen ${time(record.at)}`, ...readers, `  off: ${off || 'nothing'}`, ...held].join('\n');
  });
  return [`Sidestage ${version}; ${browser}`, ...pages].join('\n\n');
}
