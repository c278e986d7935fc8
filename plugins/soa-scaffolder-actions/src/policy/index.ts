export { checkComponent } from './checkComponent';
export { checkOwner } from './checkOwner';
export { findProject } from './findProject';
