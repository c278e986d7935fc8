export { CsvButton } from './CsvButton';
export { downloadCsv } from './downloadCsv';
export { toCsv } from './toCsv';
export type { CsvValue } from './toCsv';
