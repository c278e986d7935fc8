export { laterIn } from './laterIn';
export { RolloutAdvancer } from './RolloutAdvancer';
export { StepDeadlines } from './StepDeadlines';
