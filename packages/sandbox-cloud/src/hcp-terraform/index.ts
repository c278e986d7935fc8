export { archivistRouter } from './archivistRouter';
export { hcpRouter } from './hcpRouter';
export { initialHcpState } from './HcpState';
export type { HcpState } from './HcpState';
export { HcpTerraformSandbox } from './HcpTerraformSandbox';
export { pagesRouter } from './pagesRouter';
