export { unlessUnknown } from './unlessUnknown';
