export { currentWave, hasStopped } from './dueTargets';
export { RolloutAdvancer } from './RolloutAdvancer';
export { StepDeadlines } from './StepDeadlines';
