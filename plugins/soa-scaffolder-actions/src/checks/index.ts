export { checksInput } from './checksInput';
export { failedChecks } from './failedChecks';
