export { choosePool } from './choosePool';
export type { RangePlace } from './choosePool';
export { firstFit } from './firstFit';
export type { NetworkPool } from './NetworkPool';
export { readNetworkPools } from './readNetworkPools';
export { overlaps, parseSpan, sizeOf, toCidr } from './Span';
export type { Span } from './Span';
