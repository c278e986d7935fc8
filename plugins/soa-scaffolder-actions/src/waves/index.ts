export { describeOrder } from './describeOrder';
export { planWaves } from './planWaves';
