export { GuardRailReader } from './GuardRailReader';
