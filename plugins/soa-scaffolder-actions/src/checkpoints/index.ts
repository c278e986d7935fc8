export { SerialCheckpoints } from './SerialCheckpoints';
