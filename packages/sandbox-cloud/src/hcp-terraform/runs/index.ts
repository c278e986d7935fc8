export { advanceRuns } from './advanceRuns';
export { runResource } from './runResource';
export { Runs } from './Runs';
