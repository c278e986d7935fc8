export { RolloutNotifier } from './RolloutNotifier';
