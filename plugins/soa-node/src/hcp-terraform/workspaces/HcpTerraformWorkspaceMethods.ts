import type { HcpTerraformError } from '../HcpTerraformError';
import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformWorkspace } from './HcpTerraformWorkspace';
import type { HcpTerraformWorkspaceInput } from './HcpTerraformWorkspaceInput';

/**
 * Workspaces of an organization.
 *
 * @public
 */
export interface HcpTerraformWorkspaceMethods {
  findWorkspace(
    name: string,
    options?: HcpTerraformRequestOptions & {
      withVariables?: boolean;
      /** As {@link HcpTerraformWorkspaceMethods.listWorkspaces} has it. */
      withDetails?: boolean;
    },
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
      /**
       * Whether variables, outputs, state and assessment come with them, as far as
       * the host gives them. A page takes longer then, and is some megabytes.
       */
      withDetails?: boolean;
      /**
       * Hears why they come without details from some page on, where the host
       * refuses these or does not manage to give them in time.
       */
      onWithoutDetails?: (reason: HcpTerraformError) => void;
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
}
