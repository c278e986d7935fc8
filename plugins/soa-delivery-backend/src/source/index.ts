export { RolloutSourceReader } from './RolloutSourceReader';
