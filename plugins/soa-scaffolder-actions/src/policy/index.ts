export { checkOwner } from './checkOwner';
export { checkPlacements } from './checkPlacements';
export { findProject } from './findProject';
export { projectName } from './projectName';
