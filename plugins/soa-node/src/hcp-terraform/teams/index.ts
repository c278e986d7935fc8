export type { HcpTerraformTeam } from './HcpTerraformTeam';
export type {
  HcpTerraformTeamAccess,
  HcpTerraformTeamPermissions,
} from './HcpTerraformTeamAccess';
export type { HcpTerraformTeamMethods } from './HcpTerraformTeamMethods';
export { teamMethods } from './teamMethods';
