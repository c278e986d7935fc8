import type { AwsClients, HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { AllowedHosts } from './AllowedHosts';

/** What checks need from outside. */
export interface CheckContext {
  hcpTerraform: Pick<HcpTerraform, 'client'>;
  aws: Pick<AwsClients, 'cloudWatch'>;
  /** What may be asked whether it is well. */
  allowedHosts: AllowedHosts;
  fetch: typeof fetch;
  signal?: AbortSignal;
}
