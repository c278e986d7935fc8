import { TERRAFORM_ORGANIZATION } from '../../organisation';
import type { HcpTeam, HcpTeamAccess } from '../HcpState';
import { to } from '../json-api';

export function teamResource({ id, name }: HcpTeam) {
  return {
    id,
    type: 'teams',
    attributes: { name, 'users-count': 1, visibility: 'organization' },
    relationships: {
      organization: to('organizations', TERRAFORM_ORGANIZATION),
    },
  };
}

export function teamAccessResource(access: HcpTeamAccess) {
  return {
    id: access.id,
    type: 'team-workspaces',
    attributes: access.permissions,
    relationships: {
      team: to('teams', access.teamId),
      workspace: to('workspaces', access.workspaceId),
    },
    links: { self: `/api/v2/team-workspaces/${access.id}` },
  };
}
