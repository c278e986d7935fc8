export { describeOrder } from './describeOrder';
export { planWaves } from './planWaves';
export type { WaveSelector } from './WaveSelector';
