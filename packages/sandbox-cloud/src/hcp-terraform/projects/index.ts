export { projectResource } from './projectResource';
export { Projects } from './Projects';
