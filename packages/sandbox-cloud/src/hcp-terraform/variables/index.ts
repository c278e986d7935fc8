export { Variables } from './Variables';
