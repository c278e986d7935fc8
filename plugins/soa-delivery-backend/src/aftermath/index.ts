export { Aftermath } from './Aftermath';
