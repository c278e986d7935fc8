export { advanceAccount } from './advanceAccount';
export { failAll } from './failAll';
export { refused } from './followRun';
export { IDLE } from './idle';
export type { Progress } from './StepContext';
