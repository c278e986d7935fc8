import { token } from '../../deterministic';
import { teams } from '../../organisation';
import type { HcpTeam } from '../HcpState';

/** The organisation's teams, as HCP Terraform knows them. */
export const organizationTeams: HcpTeam[] = teams.map(({ name }) => ({
  id: `team-${token(16, 'hcp-team', name)}`,
  name,
}));
