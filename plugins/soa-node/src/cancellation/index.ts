export { unlessAborted } from './unlessAborted';
