export { checkPlacements } from './checkPlacements';
