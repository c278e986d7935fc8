import type { HcpTerraformConfigurationVersion } from './configuration-versions';
import type { HcpTerraformCostEstimate } from './cost-estimates';
import type {
  HcpTerraformNotification,
  HcpTerraformNotificationInput,
} from './notifications';
import type { HcpTerraformOutput } from './outputs';
import type { HcpTerraformPlan } from './plans';
import type { HcpTerraformPolicyResult } from './policies';
import type { HcpTerraformProject } from './projects';
import type { HcpTerraformRunTrigger } from './run-triggers';
import type { HcpTerraformRun, HcpTerraformRunInput } from './runs';
import type {
  HcpTerraformTeam,
  HcpTerraformTeamAccess,
  HcpTerraformTeamPermissions,
} from './teams';
import type { HcpTerraformVariableSet } from './variable-sets';
import type {
  HcpTerraformVariable,
  HcpTerraformVariableInput,
} from './variables';
import type {
  HcpTerraformWorkspace,
  HcpTerraformWorkspaceInput,
} from './workspaces';

/** @public */
export interface HcpTerraformRequestOptions {
  signal?: AbortSignal;
}

/**
 * One organization of HCP Terraform or Terraform Enterprise, over its API v2.
 *
 * Reads of one thing answer `undefined` for what is *not found or not allowed*:
 * the API does not tell these apart. Everything else that fails throws a
 * {@link HcpTerraformError}, and so does a list of what belongs to such a thing. Requests that are refused for their rate wait as
 * long as the answer says and are sent again; whatever else fails in passing is
 * sent again if that cannot do it twice. An aborted signal ends the waiting, and
 * its reason is thrown.
 *
 * @public
 */
export interface HcpTerraformClient {
  readonly organization: string;

  /** Where people see a workspace, and one of its runs. */
  workspaceUrl(workspaceName: string): string;
  runUrl(workspaceName: string, runId: string): string;

  /** The project of exactly this name. */
  findProject(
    name: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformProject | undefined>;
  createProject(
    input: { name: string; description?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformProject>;

  findWorkspace(
    name: string,
    options?: HcpTerraformRequestOptions & { withVariables?: boolean },
  ): Promise<HcpTerraformWorkspace | undefined>;
  /**
   * All workspaces that the token may see, page by page, with project, current
   * run and tag bindings.
   *
   * @param options - `namePattern`: with a `*` at its beginning or end, such as
   * `orders-*`; a host that does not know it gives all workspaces
   *
   * @throws HcpTerraformError of kind `not-found-or-not-allowed` if the
   * organization itself cannot be read
   */
  listWorkspaces(
    options?: HcpTerraformRequestOptions & {
      namePattern?: string;
      withVariables?: boolean;
      /** Only those that have all of these tag bindings, inherited ones too. */
      tags?: Readonly<Record<string, string>>;
    },
  ): AsyncIterable<HcpTerraformWorkspace>;
  /**
   * The answer holds neither the name of the project nor inherited tags.
   *
   * @throws HcpTerraformError of kind `conflict` if the name is taken
   */
  createWorkspace(
    input: HcpTerraformWorkspaceInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformWorkspace>;
  /** The answer holds the given tags only, and no name of the project. */
  updateWorkspace(
    id: string,
    input: Partial<HcpTerraformWorkspaceInput>,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformWorkspace>;
  /**
   * Deletes a workspace that has no resources left.
   *
   * @throws HcpTerraformError of kind `conflict` if it has, is locked, or its
   * state is still being read
   */
  safeDeleteWorkspace(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;

  /**
   * @throws HcpTerraformError of kind `not-found-or-not-allowed`: that there is
   * none would be another answer
   */
  listVariables(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariable[]>;
  createVariable(
    workspaceId: string,
    input: HcpTerraformVariableInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariable>;
  updateVariable(
    workspaceId: string,
    variableId: string,
    input: Partial<HcpTerraformVariableInput>,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariable>;

  /** Those of these names that the token may see. */
  findTeams(
    names: readonly string[],
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformTeam[]>;
  /**
   * The access of all teams to a workspace, or of one team to its workspaces,
   * page by page. Not every host takes a team alone.
   */
  listTeamAccess(
    filter: { teamId?: string; workspaceId?: string },
    options?: HcpTerraformRequestOptions,
  ): AsyncIterable<HcpTerraformTeamAccess>;
  addTeamAccess(
    input: HcpTerraformTeamPermissions & {
      teamId: string;
      workspaceId: string;
    },
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformTeamAccess>;
  updateTeamAccess(
    id: string,
    permissions: HcpTerraformTeamPermissions,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformTeamAccess>;

  /** The variable set of exactly this name, with what it is applied to. */
  findVariableSet(
    name: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformVariableSet | undefined>;
  /** Workspaces that have it already keep it. */
  applyVariableSet(
    id: string,
    workspaceIds: readonly string[],
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;

  listNotifications(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformNotification[]>;
  /**
   * HCP Terraform calls the URL at once.
   *
   * @throws HcpTerraformError of kind `invalid` if that does not answer
   */
  createNotification(
    workspaceId: string,
    input: HcpTerraformNotificationInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformNotification>;
  updateNotification(
    id: string,
    input: HcpTerraformNotificationInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformNotification>;

  /** The workspaces after whose runs this one runs, too. */
  listRunTriggers(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRunTrigger[]>;
  createRunTrigger(
    workspaceId: string,
    sourceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRunTrigger>;

  /**
   * Runs are not queued by the upload.
   *
   * @param options - `speculative`: it can be planned and never applied
   */
  createConfigurationVersion(
    workspaceId: string,
    options?: HcpTerraformRequestOptions & { speculative?: boolean },
  ): Promise<HcpTerraformConfigurationVersion>;
  getConfigurationVersion(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformConfigurationVersion | undefined>;
  /** @param archive - a gzipped tar */
  uploadConfiguration(
    uploadUrl: string,
    archive: Uint8Array,
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;

  createRun(
    input: HcpTerraformRunInput,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRun>;
  getRun(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRun | undefined>;
  /** The newest runs first, one page. The API allows 30 such requests a minute. */
  listRuns(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformRun[]>;
  /** @throws HcpTerraformError of kind `conflict` if the run cannot be applied now */
  applyRun(
    id: string,
    input: { comment?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
  /**
   * Ends a run that waits, before anything is applied.
   *
   * @throws HcpTerraformError of kind `conflict` if the run does not wait
   */
  discardRun(
    id: string,
    input: { comment?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
  /**
   * Interrupts a run that is queued, planning or applying.
   *
   * @throws HcpTerraformError of kind `conflict` if there is nothing to interrupt
   */
  cancelRun(
    id: string,
    input: { comment?: string },
    options?: HcpTerraformRequestOptions,
  ): Promise<void>;
  getPlan(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPlan | undefined>;

  getCostEstimate(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformCostEstimate | undefined>;

  /**
   * What policies say of a run, as far as they have been evaluated: those of a
   * task stage; Sentinel's own checks; Terraform's own policies.
   *
   * @throws HcpTerraformError of kind `not-found-or-not-allowed`, also where the
   * host does not know this kind of policies
   */
  listPolicyEvaluations(
    taskStageId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPolicyResult[]>;
  listPolicyChecks(
    runId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPolicyResult[]>;
  listTfPolicyEvaluations(
    runId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPolicyResult[]>;

  /**
   * The outputs of the current state.
   *
   * @throws HcpTerraformError of kind `not-found-or-not-allowed` also where
   * there is no state yet
   */
  listOutputs(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformOutput[]>;
}
