export { advanceRuns } from './advanceRuns';
export { forgetOldRuns } from './forgetOldRuns';
export { resourcesOf } from './resourcesOf';
export { runResource } from './runResource';
export { Runs } from './Runs';
export type { OddityOf } from './Runs';
