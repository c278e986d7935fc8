export { readVpcs } from './readVpcs';
export type { VpcRange } from './VpcRange';
