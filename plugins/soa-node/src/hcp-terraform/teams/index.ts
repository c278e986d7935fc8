export type { HcpTerraformTeam } from './HcpTerraformTeam';
export type {
  HcpTerraformTeamAccess,
  HcpTerraformTeamPermissions,
} from './HcpTerraformTeamAccess';
export { teamMethods } from './teamMethods';
