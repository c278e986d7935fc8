export { checkOwner } from './checkOwner';
export { findProject } from './findProject';
