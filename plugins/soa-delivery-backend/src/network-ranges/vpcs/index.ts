export { VpcReader } from './VpcReader';
export { VpcSeeder } from './VpcSeeder';
export { VpcStore } from './VpcStore';
