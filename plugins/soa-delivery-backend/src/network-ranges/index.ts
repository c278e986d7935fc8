export { createRangeSources } from './createRangeSources';
export { GivenBackRanges } from './GivenBackRanges';
export { networkRangeRoutes } from './networkRangeRoutes';
export { NetworkRangeService } from './NetworkRangeService';
export { OwnedRanges } from './OwnedRanges';
export { readNetworkPools } from './pools';
export { RangeStore } from './store';
export { VpcReader, VpcSeeder, VpcStore } from './vpcs';
