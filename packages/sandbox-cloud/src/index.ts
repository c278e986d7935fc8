/**
 * A pretend AWS organisation and HCP Terraform on real HTTP.
 *
 * @packageDocumentation
 */

export { startSandboxCloud } from './startSandboxCloud';
export type { SandboxCloud, SandboxCloudOptions } from './startSandboxCloud';
