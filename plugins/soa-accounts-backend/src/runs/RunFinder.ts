import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraform,
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { ReadableWorkspaces } from '../access';
import { asHttpError } from './asHttpError';

/** A run with the workspace that it is of. */
export interface FoundRun {
  run: HcpTerraformRun;
  workspace: Workspace;
  client: HcpTerraformClient;
}

/** Finds runs by their ids: of workspaces that the inventory knows, and no others. */
export class RunFinder {
  constructor(
    private readonly options: {
      hcpTerraform: HcpTerraform;
      workspaces: ReadableWorkspaces;
    },
  ) {}

  /**
   * @throws NotFoundError also for runs of what the caller may not read, or
   *   ServiceUnavailableError
   */
  async get(id: string, credentials: BackstageCredentials): Promise<FoundRun> {
    const { hcpTerraform, workspaces } = this.options;
    let failure: unknown;
    for (const organization of hcpTerraform.organizations()) {
      const client = hcpTerraform.client(organization);
      try {
        const run = await client.getRun(id);
        const found =
          run?.workspaceId &&
          (await workspaces.find(run.workspaceId, credentials));
        if (found && found.workspace.organization === organization) {
          return { run, workspace: found.workspace, client };
        }
      } catch (error) {
        // It may be another organization's, which answers.
        failure ??= error;
      }
    }
    if (failure) {
      throw asHttpError(failure);
    }
    throw new NotFoundError(`There is no run "${id}", or you may not see it`);
  }
}
