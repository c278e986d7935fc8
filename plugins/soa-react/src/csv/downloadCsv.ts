import { toCsv } from './toCsv';
import type { CsvValue } from './toCsv';

// Without it, Excel reads UTF-8 as what Windows was set to.
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Has the browser keep a table as a CSV file, in UTF-8.
 *
 * @param name - of the file, without its ending
 * @param rows - the first is the header
 * @public
 */
export function downloadCsv(
  name: string,
  rows: Iterable<readonly CsvValue[]>,
): void {
  const url = URL.createObjectURL(
    new Blob([BYTE_ORDER_MARK, toCsv(rows)], {
      type: 'text/csv;charset=utf-8',
    }),
  );
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(url);
}
