/** A value of a table; what is undefined is an empty cell. */
export type CsvValue = string | number | boolean | undefined;

// What spreadsheets take for the beginning of a formula, the full-width characters
// too, which some of them read as the others.
const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/**
 * A table as CSV (RFC 4180): cells in quotes where they need them, lines that end
 * with CR LF. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front, since names and tags are written by others than who opens the file. Numbers
 * are left alone.
 *
 * @param rows - the first is the header
 * @public
 */
export function toCsv(rows: Iterable<readonly CsvValue[]>): string {
  const lines: string[] = [];
  for (const row of rows) {
    lines.push(`${row.map(toCell).join(',')}\r\n`);
  }
  return lines.join('');
}

function toCell(value: CsvValue): string {
  if (typeof value !== 'string') {
    return value === undefined ? '' : String(value);
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
