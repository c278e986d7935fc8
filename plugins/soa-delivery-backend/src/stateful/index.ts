export { readDestroySettings } from './readDestroySettings';
