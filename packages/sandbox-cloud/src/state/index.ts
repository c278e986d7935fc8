export { Journal } from './Journal';
export type { JournalPosition } from './Journal';
export { State } from './State';
