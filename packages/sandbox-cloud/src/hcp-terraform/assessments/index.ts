export { assessmentId } from './assessmentId';
export { assessmentResource } from './assessmentResource';
