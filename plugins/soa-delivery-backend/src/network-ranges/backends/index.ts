export { IpamRanges } from './IpamRanges';
export type { RangeBackend } from './RangeBackend';
export { TableRanges } from './TableRanges';
