export { stateId } from './stateId';
export { stateResource } from './stateResource';
