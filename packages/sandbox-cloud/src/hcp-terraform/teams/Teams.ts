import { HcpError } from '../HcpError';
import { found } from '../HcpStore';
import type { HcpStore } from '../HcpStore';
import type { HcpTeamAccess } from '../HcpState';
import { listPage } from '../json-api';
import type { Query } from '../json-api';
import { organizationTeams } from './organizationTeams';
import { newTeamAccess, teamPermissions } from './teamAccessBody';
import { teamAccessResource, teamResource } from './teamResources';

/** Teams, and what they may do with workspaces. */
export class Teams {
  constructor(private readonly store: HcpStore) {}

  list(query: Query) {
    const names = (query.filter as Record<string, unknown> | undefined)?.names;
    const wanted = typeof names === 'string' ? names.split(',') : undefined;
    return listPage(
      organizationTeams.filter(({ name }) => !wanted || wanted.includes(name)),
      query,
      teams => ({ data: teams.map(teamResource) }),
    );
  }

  listAccess(query: Query) {
    const filter = (query.filter ?? {}) as Record<
      string,
      { id?: string } | undefined
    >;
    const { team, workspace } = filter;
    return listPage(
      this.#all.filter(
        ({ teamId, workspaceId }) =>
          (!team || teamId === team.id) &&
          (!workspace || workspaceId === workspace.id),
      ),
      query,
      page => ({ data: page.map(teamAccessResource) }),
    );
  }

  addAccess(body: unknown) {
    const { teamId, workspaceId, permissions } = newTeamAccess(body);
    found(organizationTeams.find(({ id }) => id === teamId));
    this.store.workspace(workspaceId);
    if (
      this.#all.some(
        one => one.teamId === teamId && one.workspaceId === workspaceId,
      )
    ) {
      throw new HcpError(422, 'Team has already been taken');
    }
    const access: HcpTeamAccess = {
      id: this.store.id('tws', teamId, workspaceId),
      teamId,
      workspaceId,
      permissions,
    };
    this.#all.push(access);
    this.store.save([]);
    return { data: teamAccessResource(access) };
  }

  updateAccess(id: string, body: unknown) {
    const access = found(this.#all.find(one => one.id === id));
    access.permissions = teamPermissions(body);
    this.store.save([]);
    return { data: teamAccessResource(access) };
  }

  get #all(): HcpTeamAccess[] {
    return (this.store.state.teamAccess ??= []);
  }
}
