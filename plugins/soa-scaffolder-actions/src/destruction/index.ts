export { destroyWorkspace } from './destroyWorkspace';
export type { DestroyReport } from './destroyWorkspace';
