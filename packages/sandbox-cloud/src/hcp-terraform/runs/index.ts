export { advanceRuns } from './advanceRuns';
export { forgetOldRuns } from './forgetOldRuns';
export { runResource } from './runResource';
export { Runs } from './Runs';
