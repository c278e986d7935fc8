export { outputResources } from './outputResources';
