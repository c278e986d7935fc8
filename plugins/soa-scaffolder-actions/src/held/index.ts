export { findHeldWorkspace } from './findHeldWorkspace';
export type { HeldWorkspace } from './HeldWorkspace';
