export { describeEffect } from './describeEffect';
export { ensureWorkspace } from './ensureWorkspace';
export type { EnsuredWorkspace } from './ensureWorkspace';
export { wantedWorkspace } from './wantedWorkspace';
