/**
 * A JSON answer as facts and tables: what a reader would write down from it.
 *
 * Lists of objects become tables, everything else becomes facts. What lies deeper is shown in one line.
 */
import { isObject } from '../is-object.ts';

/** A value in one line. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'flag' | 'date' | 'none' | 'nested';
  /** What is shown. */
  readonly text: string;
  /** The whole of it, where `text` is shortened. */
  readonly full?: string;
}

/** A name and its value. */
export interface Fact {
  readonly name: string;
  readonly cell: Cell;
}

/** A list of objects. A cell is missing where the object has no such field. */
export interface ListTable {
  /** Path in the answer; `data`, as a rule. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Cell | undefined)[])[];
}

/** An answer, ready to be drawn. */
export interface AnswerView {
  readonly facts: readonly Fact[];
  readonly tables: readonly ListTable[];
  /** Set for an answer that is text and no JSON. */
  readonly text?: string;
}

/** Longest text of a cell; the rest is in {@link Cell.full}. */
const longest = 120;

/** Where the only thing that matters often lies; its name says nothing. */
const wrapper = 'data';

/** The view of `answer`, which is parsed JSON, a text, or `undefined` for none. */
export function viewOf(answer: unknown): AnswerView {
  if (typeof answer === 'string') return { facts: [], tables: [], text: answer };
  const facts: Fact[] = [];
  const tables: ListTable[] = [];
  collect('', answer, facts, tables);
  return { facts, tables };
}

/** Objects are opened down to this depth; deeper ones are one cell. */
const openedTo = 2;

function collect(path: string, value: unknown, facts: Fact[], tables: ListTable[], depth = 0): void {
  if (Array.isArray(value) && value.some(isObject)) {
    const [only] = value as unknown[];
    // One thing reads better from top to bottom.
    if (value.length === 1 && isObject(only)) collectFields(path, only, facts, tables, openedTo);
    else tables.push(tableOf(path === '' ? wrapper : path, value));
  } else if (Array.isArray(value) && (value.length === 0 || path === wrapper)) {
    tables.push(tableOf(path, value));
  } else if (isObject(value) && depth < openedTo) {
    collectFields(path, value, facts, tables, depth);
  } else if (value !== undefined) {
    facts.push({ name: path, cell: cellOf(value) });
  }
}

function collectFields(
  path: string,
  value: Readonly<Record<string, unknown>>,
  facts: Fact[],
  tables: ListTable[],
  depth: number,
): void {
  for (const [name, field] of Object.entries(value)) {
    // Where the next page begins is the business of a button.
    if (name === 'pagination') continue;
    const below = path === '' || path === wrapper ? name : `${path}.${name}`;
    if (depth >= openedTo && !isListOfObjects(field)) facts.push({ name: below, cell: cellOf(field) });
    else collect(below, field, facts, tables, depth + 1);
  }
}

function tableOf(name: string, items: readonly unknown[]): ListTable {
  const columns = [...new Set(items.flatMap((item) => (isObject(item) ? Object.keys(item) : [''])))];
  return {
    name,
    columns,
    rows: items.map((item) =>
      columns.map((column) => {
        if (!isObject(item)) return column === '' ? cellOf(item) : undefined;
        return Object.hasOwn(item, column) ? cellOf(item[column]) : undefined;
      }),
    ),
  };
}

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** `value` in one line. */
export function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
      if (value === '') return { kind: 'none', text: '""' };
      return { kind: moment.test(value) ? 'date' : 'text', ...shortened(value) };
    case 'number':
      return { kind: 'number', text: String(value) };
    case 'boolean':
      return { kind: 'flag', text: String(value) };
    case 'object':
      return value === null ? { kind: 'none', text: 'null' } : nested(value);
    default:
      return { kind: 'none', text: '' };
  }
}

function nested(value: object): Cell {
  const isPlainList =
    Array.isArray(value) && value.length > 0 && !value.some((item) => typeof item === 'object');
  const line = isPlainList ? value.map(String).join(', ') : JSON.stringify(value);
  const { text, full } = shortened(line);
  return {
    kind: 'nested',
    text,
    ...(full !== undefined || !isPlainList ? { full: JSON.stringify(value, undefined, 2) } : {}),
  };
}

function shortened(line: string): Pick<Cell, 'text' | 'full'> {
  if (line.length <= longest) return { text: line };
  // Not through the middle of a surrogate pair.
  const cut = line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '');
  return { text: `${cut}…`, full: line };
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.some(isObject);
}
