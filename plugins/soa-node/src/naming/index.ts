export { projectName } from './projectName';
