export { RolloutAdvancer } from './RolloutAdvancer';
export { StepDeadlines } from './StepDeadlines';
