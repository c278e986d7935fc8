export { readDuration } from './readDuration';
export { readSandboxSettings } from './readSandboxSettings';
export type { SandboxSettings } from './readSandboxSettings';
