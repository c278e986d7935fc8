export { describeRemoval } from './describeRemoval';
export { destroyWorkspace } from './destroyWorkspace';
export type { DestroyReport } from './destroyWorkspace';
export { removeAccess } from './removeAccess';
