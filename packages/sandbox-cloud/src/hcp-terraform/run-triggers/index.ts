export { RunTriggers } from './RunTriggers';
