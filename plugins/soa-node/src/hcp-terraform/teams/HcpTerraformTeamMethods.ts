import type { HcpTerraformRequestOptions } from '../HcpTerraformRequestOptions';
import type { HcpTerraformTeam } from './HcpTerraformTeam';
import type {
  HcpTerraformTeamAccess,
  HcpTerraformTeamPermissions,
} from './HcpTerraformTeamAccess';

/**
 * Teams, and their access to workspaces.
 *
 * @public
 */
export interface HcpTerraformTeamMethods {
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
}
