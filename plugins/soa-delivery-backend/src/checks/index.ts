export { AllowedHosts } from './AllowedHosts';
export type { CheckContext } from './CheckContext';
export { runChecks } from './runChecks';
export { TestResults } from './TestResults';
