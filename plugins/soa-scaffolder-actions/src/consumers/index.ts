export { consumersOf } from './consumersOf';
