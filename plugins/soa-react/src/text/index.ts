export { CellLines } from './CellLines';
export { Fact, Facts } from './Facts';
export { StateBadge } from './StateBadge';
export type { StateTone } from './StateBadge';
export { Time } from './Time';
export { useLocale } from './useLocale';
