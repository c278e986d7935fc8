export { advanceAccount } from './advanceAccount';
export { failAll } from './failAll';
export { IDLE } from './idle';
export { refused } from './refused';
export type { Progress } from './StepContext';
