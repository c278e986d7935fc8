export { createSandboxEnvironments } from './createSandboxEnvironments';
