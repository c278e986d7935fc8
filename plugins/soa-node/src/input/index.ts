export { componentRefInput } from './componentRefInput';
export { readInput } from './readInput';
