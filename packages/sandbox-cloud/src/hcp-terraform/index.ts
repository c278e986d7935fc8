export { archivistRouter } from './archivistRouter';
export { hcpRouter } from './hcpRouter';
export type { HcpState } from './HcpState';
export { HcpTerraformSandbox } from './HcpTerraformSandbox';
export { initialHcpState } from './initialHcpState';
export { pagesRouter } from './pagesRouter';
export { forgetOldRuns } from './runs';
export { seedFingerprint } from './seedFingerprint';
