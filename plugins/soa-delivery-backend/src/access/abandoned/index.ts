export { AbandonedAccess } from './AbandonedAccess';
export { isWorkspaceGone } from './isWorkspaceGone';
