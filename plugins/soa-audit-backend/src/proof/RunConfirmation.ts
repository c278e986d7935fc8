import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { PipelineProof } from './PipelineProof';

/** Asks HCP Terraform whether a run is one of the workspace that the token named. */
export class RunConfirmation {
  constructor(private readonly hcpTerraform: HcpTerraform) {}

  /**
   * @returns the proof with its run; without it, if the claim is false
   * @throws if HCP Terraform does not answer: ask again later; or if the
   *   configuration does not name the organization any more
   */
  async confirm(
    proof: PipelineProof,
    signal?: AbortSignal,
  ): Promise<PipelineProof> {
    const { organization, workspace: name, claimedRunId } = proof;
    const client = this.hcpTerraform.client(organization);
    const workspace = await client.findWorkspace(name, { signal });
    const run = claimedRunId && (await client.getRun(claimedRunId, { signal }));
    const isTrue = workspace && run && run.workspaceId === workspace.id;
    return {
      ...proof,
      ...(workspace && { workspaceId: workspace.id }),
      ...(isTrue && { runId: run.id, runUrl: client.runUrl(name, run.id) }),
    };
  }
}
