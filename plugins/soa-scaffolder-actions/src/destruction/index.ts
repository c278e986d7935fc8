export { describeRemoval } from './describeRemoval';
export { destroyWorkspace } from './destroyWorkspace';
export type { DestroyReport } from './destroyWorkspace';
export { refuseUnconfirmed } from './refuseUnconfirmed';
export { removeAccess } from './removeAccess';
export { whatIsLeft } from './whatIsLeft';
