import type { HcpTerraformConfigurationVersion } from './configuration-versions';
import type { HcpTerraformOutput } from './outputs';
import type { HcpTerraformPlan } from './plans';
import type { HcpTerraformProject } from './projects';
import type { HcpTerraformRun, HcpTerraformRunInput } from './runs';
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
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformWorkspace | undefined>;
  /**
   * All workspaces that the token may see, page by page, with project, current
   * run and tag bindings.
   *
   * @throws HcpTerraformError of kind `not-found-or-not-allowed` if the
   * organization itself cannot be read
   */
  listWorkspaces(
    options?: HcpTerraformRequestOptions,
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

  /** Runs are not queued by the upload. */
  createConfigurationVersion(
    workspaceId: string,
    options?: HcpTerraformRequestOptions,
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
  getPlan(
    id: string,
    options?: HcpTerraformRequestOptions,
  ): Promise<HcpTerraformPlan | undefined>;

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
