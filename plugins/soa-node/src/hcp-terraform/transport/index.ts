export { RequestLimits } from './RequestLimits';
export { describe, Transport } from './Transport';
export type { ApiRequest, TransportOptions } from './Transport';
