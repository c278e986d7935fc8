export { RunWaker } from './RunWaker';
