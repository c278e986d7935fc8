export type { SandboxChange, SandboxRecord } from './SandboxRecord';
export { SandboxStore } from './SandboxStore';
export type { SandboxWish } from './SandboxStore';
