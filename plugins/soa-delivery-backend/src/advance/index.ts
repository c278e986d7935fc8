export { RolloutAdvancer } from './RolloutAdvancer';
