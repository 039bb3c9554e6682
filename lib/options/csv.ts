/** Rows as CSV (RFC 4180), for spreadsheets. */

/** Makes the text: a line of `columns`, and one for each of `rows`. */
export function csvOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, string | number | boolean | undefined>>[],
): string {
  return csvRows([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

/** Rows as the lines of a table, without one of columns before them. */
export const csvRows = (rows: readonly (readonly (string | number | boolean)[])[]): string =>
  rows.map((fields) => `${fields.map((field) => csvField(String(field))).join(',')}\r\n`).join('');

/** Spreadsheets run what begins like a formula; a quote in front makes it the text that it is. */
const formula = /^[=+\-@\t\r]/;

function csvField(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
