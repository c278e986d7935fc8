export {
  readRolloutTestResult,
  ROLLOUT_CHECK_TOPIC,
} from './readRolloutTestResult';
export type { RolloutTestResult } from './readRolloutTestResult';
export { readRolloutTestSettings } from './readRolloutTestSettings';
export type { RolloutTestSettings } from './readRolloutTestSettings';
