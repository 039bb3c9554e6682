/** The action log as files, made part by part: of a hundred thousand entries, too. */
import type { LogEntry } from '../moderation/action.ts';
import { resultOf } from './action-log.ts';
import { csvRows } from './csv.ts';

/** The forms of a file. */
export type LogForm = 'csv' | 'json';

/** How a file of a form begins and ends, and what stands in it for some entries. */
interface FileForm {
  readonly type: string;
  readonly head: string;
  /** `isFirst`: nothing stands before them but the head. */
  readonly rows: (entries: readonly LogEntry[], isFirst: boolean) => string;
  readonly foot: string;
}

const columns = [
  'at',
  'platform',
  'channel',
  'channelName',
  'kind',
  'seconds',
  'target',
  'targetName',
  'targetId',
  'text',
  'reason',
  'by',
  'result',
  'failure',
  'words',
  'undoneAt',
] as const;

type Row = Readonly<Record<(typeof columns)[number], string | number>>;

function rowOf(entry: LogEntry): Row {
  const { action, by, at, undoneAt, result } = entry;
  const failure = result?.state === 'failed' ? result.failure : undefined;
  return {
    at: new Date(at).toISOString(),
    platform: action.platform,
    channel: action.channel,
    channelName: action.channelName ?? '',
    kind: action.kind,
    seconds: action.seconds ?? '',
    target: action.target.login,
    targetName: action.target.name,
    targetId: action.target.id ?? '',
    text: action.text ?? '',
    reason: action.reason ?? '',
    by: by.login,
    result: resultOf(entry),
    failure: failure?.code ?? '',
    words: failure?.code === 'platform-refused' ? failure.message : '',
    undoneAt: undoneAt === undefined ? '' : new Date(undoneAt).toISOString(),
  };
}

/** The table of forms. JSON has the entries as they are kept. */
export const logForms: Readonly<Record<LogForm, FileForm>> = {
  csv: {
    type: 'text/csv',
    head: csvRows([columns]),
    rows: (entries) =>
      csvRows(
        entries.map((entry) => {
          const row = rowOf(entry);
          return columns.map((column) => row[column]);
        }),
      ),
    foot: '',
  },
  json: {
    type: 'application/json',
    head: '[',
    rows: (entries, isFirst) =>
      entries
        .map((entry, place) => `${isFirst && place === 0 ? '' : ','}\n${JSON.stringify(entry)}`)
        .join(''),
    foot: '\n]\n',
  },
};
