/** Rows as CSV (RFC 4180), for spreadsheets. */

/** Makes the text: a line of `columns`, and one for each of `rows`. */
export function csvOf<Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, string | number | boolean | undefined>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => csvField(String(row[column] ?? ''))));
  return [columns, ...lines].map((fields) => `${fields.join(',')}\r\n`).join('');
}

/** Spreadsheets run what begins like a formula; a quote in front makes it the text that it is. */
const formula = /^[=+\-@\t\r]/;

function csvField(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
