import type { WorkspaceOutput } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraformOutput } from '@backstage-soa/plugin-soa-node';

/** Outputs as they are kept: never with a secret. */
export function toOutputs(
  outputs: readonly HcpTerraformOutput[],
): WorkspaceOutput[] {
  return outputs.map(({ name, sensitive, value }) => ({
    name,
    sensitive,
    ...(!sensitive && { value }),
  }));
}
