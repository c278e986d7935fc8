export { Variables } from './Variables';
export { variableResource } from './variableResource';
