export { Teams } from './Teams';
