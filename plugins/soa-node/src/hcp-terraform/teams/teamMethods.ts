import { apiPath, LARGEST_PAGE, text } from '../json-api';
import type { JsonApi } from '../json-api';
import { fromTeamPermissions } from './fromTeamPermissions';
import type { HcpTerraformTeam } from './HcpTerraformTeam';
import type { HcpTerraformTeamMethods } from './HcpTerraformTeamMethods';
import { toTeamAccess } from './toTeamAccess';

export function teamMethods(api: JsonApi): HcpTerraformTeamMethods {
  return {
    async findTeams(names, options) {
      const found: HcpTerraformTeam[] = [];
      for await (const { data } of api.pages(
        `${api.organizationPath}/teams`,
        { 'filter[names]': names.join(','), 'page[size]': LARGEST_PAGE },
        options,
      )) {
        for (const team of data) {
          const name = text(team, 'name');
          if (name !== undefined && names.includes(name)) {
            found.push({ id: team.id, name });
          }
        }
      }
      return found;
    },

    async *listTeamAccess({ teamId, workspaceId }, options) {
      const query = {
        ...(workspaceId && { 'filter[workspace][id]': workspaceId }),
        ...(teamId && { 'filter[team][id]': teamId }),
        'page[size]': LARGEST_PAGE,
      };
      for await (const { data } of api.pages(
        '/team-workspaces',
        query,
        options,
      )) {
        yield* data.map(toTeamAccess);
      }
    },

    async addTeamAccess({ teamId, workspaceId, ...permissions }, options) {
      const access = await api.write(
        'POST',
        '/team-workspaces',
        {
          data: {
            type: 'team-workspaces',
            attributes: fromTeamPermissions(permissions),
            relationships: {
              team: { data: { type: 'teams', id: teamId } },
              workspace: { data: { type: 'workspaces', id: workspaceId } },
            },
          },
        },
        options,
      );
      return toTeamAccess(access);
    },

    async updateTeamAccess(id, permissions, options) {
      const access = await api.write(
        'PATCH',
        apiPath`/team-workspaces/${id}`,
        {
          data: {
            id,
            type: 'team-workspaces',
            attributes: fromTeamPermissions(permissions),
          },
        },
        options,
      );
      return toTeamAccess(access);
    },
  };
}
