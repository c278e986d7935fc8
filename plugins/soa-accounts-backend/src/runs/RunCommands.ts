import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import type {
  Workspace,
  WorkspaceRunAction,
  WorkspaceRunItem,
  WorkspaceRunRequest,
} from '@backstage-soa/plugin-soa-common';
import { runState } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraform,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import { asHttpError } from './asHttpError';
import { configurationInPlace } from './configurationInPlace';
import { rolloutOf } from './rolloutOf';
import type { RunAccess } from './RunAccess';
import type { FoundRun } from './RunFinder';
import type { RunLists } from './RunLists';
import { runMessage } from './runMessage';
import { actionsOf, toRunItem } from './toRunItem';

const METHODS = {
  apply: 'applyRun',
  discard: 'discardRun',
  cancel: 'cancelRun',
} as const;

const DONE = {
  apply: 'applied',
  discard: 'discarded',
  cancel: 'canceled',
} as const;

/** What people do with runs of a workspace that they may read. */
export class RunCommands {
  constructor(
    private readonly options: {
      hcpTerraform: HcpTerraform;
      access: RunAccess;
      lists: RunLists;
    },
  ) {}

  /**
   * Starts a run of the configuration that is in place. None applies by itself.
   *
   * @throws NotAllowedError, ConflictError, ServiceUnavailableError
   */
  async start(
    workspace: Workspace,
    { type, message }: WorkspaceRunRequest,
    credentials: BackstageCredentials,
  ): Promise<WorkspaceRunItem> {
    const { access, lists, hcpTerraform } = this.options;
    const user = await access.demand(type, workspace, credentials);
    const client = hcpTerraform.client(workspace.organization);
    const runs = await lists.getNow(workspace);
    if (type === 'apply') {
      refuseBeside(runs, workspace);
    }
    try {
      const run = await client.createRun({
        workspaceId: workspace.id,
        configurationVersionId: await configurationInPlace(
          runs,
          workspace,
          client,
        ),
        ...(type === 'plan' && { planOnly: true }),
        message: runMessage(message, user),
      });
      return toRunItem(run, workspace, client);
    } catch (error) {
      throw asHttpError(error);
    } finally {
      lists.forget(workspace.id);
    }
  }

  /**
   * Applies a run, or ends it.
   *
   * @returns the run as it is after that
   * @throws NotAllowedError, ConflictError, ServiceUnavailableError
   */
  async act(
    { run, workspace, client }: FoundRun,
    action: WorkspaceRunAction,
    comment: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<WorkspaceRunItem> {
    const { access, lists } = this.options;
    const destroys = action === 'apply' && run.isDestroy;
    const user = await access.demand(
      destroys ? 'destroy' : 'apply',
      workspace,
      credentials,
    );
    if (action === 'apply') {
      refuseOfOthers(run);
    }
    if (!actionsOf(run).includes(action)) {
      throw new ConflictError(
        `The run ${run.id} is "${run.status}" and cannot be ${DONE[action]} now`,
      );
    }
    try {
      await client[METHODS[action]](run.id, {
        comment: runMessage(comment, user),
      });
      const after = await client.getRun(run.id).catch(() => undefined);
      return toRunItem(after ?? run, workspace, client);
    } catch (error) {
      throw asHttpError(error);
    } finally {
      lists.forget(workspace.id);
    }
  }
}

/** HCP Terraform would queue it, and it might take back what is applied meanwhile. */
function refuseBeside(
  runs: readonly HcpTerraformRun[],
  { name }: Workspace,
): void {
  const other = runs.find(
    run =>
      !run.planOnly &&
      ['planning', 'confirming', 'applying'].includes(runState(run)),
  );
  if (other) {
    const rolloutId = rolloutOf(other);
    throw new ConflictError(
      `The run ${other.id}${
        rolloutId ? ` of the rollout ${rolloutId}` : ''
      } is under way in ${name}: wait for its end, or discard it`,
    );
  }
}

/** How `soa-delivery` ends the messages of the runs that make roles. */
const ACCESS_MARKER = /\bdeploy access \S+$/;

/** Somebody else applies it, once all that has to come before has come. */
function refuseOfOthers(run: HcpTerraformRun): void {
  if (ACCESS_MARKER.test(run.message ?? '')) {
    throw new ConflictError(
      `The run ${run.id} makes deploy access, and whoever gives it applies it in HCP Terraform: go on there`,
    );
  }
  const rolloutId = rolloutOf(run);
  if (rolloutId) {
    throw new ConflictError(
      `The run ${run.id} is of the rollout ${rolloutId}, which applies it once its waves and approvals are through: go on there`,
    );
  }
}
