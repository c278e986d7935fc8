export { FailuresInARow } from './FailuresInARow';
export { mapAtOnce } from './mapAtOnce';
export { RemovalLimit } from './RemovalLimit';
