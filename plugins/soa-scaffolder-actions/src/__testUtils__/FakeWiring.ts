import type {
  HcpTerraformClient,
  HcpTerraformNotification,
  HcpTerraformRunTrigger,
  HcpTerraformTeam,
  HcpTerraformTeamAccess,
  HcpTerraformVariableSet,
} from '@backstage-soa/plugin-soa-node';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';

/** What workspaces of {@link FakeHcpTerraform} are tied to. */
export class FakeWiring {
  teams: HcpTerraformTeam[] = [];
  access: HcpTerraformTeamAccess[] = [];
  variableSets: HcpTerraformVariableSet[] = [];
  notifications: Record<
    string,
    Array<HcpTerraformNotification & { token: string }>
  > = {};
  runTriggers: Record<string, HcpTerraformRunTrigger[]> = {};
  /** Some hosts take a list of access of a workspace only. */
  listsAccessByTeam = true;

  methods(host: {
    read: <T>(name: string, value: T) => T;
    write: <T>(name: string, write: () => T) => T;
  }): Partial<HcpTerraformClient> {
    const { read, write } = host;
    return {
      findTeams: async names =>
        read(
          'find teams',
          this.teams.filter(({ name }) => names.includes(name)),
        ),
      listTeamAccess: filter => this.#listAccess(filter, read),
      addTeamAccess: async input =>
        write(`add access ${input.teamId} ${input.workspaceId}`, () => {
          const taken = this.access.some(
            one =>
              one.teamId === input.teamId &&
              one.workspaceId === input.workspaceId,
          );
          if (taken) {
            throw new HcpTerraformError('conflict', 'Is taken', 422);
          }
          const access = { id: `tws-${this.access.length + 1}`, ...input };
          this.access.push(access);
          return access;
        }),
      updateTeamAccess: async (id, permissions) =>
        write(`update access ${id}`, () =>
          Object.assign(this.access.find(one => one.id === id)!, permissions),
        ),
      findVariableSet: async name =>
        read(
          `find set ${name}`,
          this.variableSets.find(one => one.name === name),
        ),
      applyVariableSet: async (id, workspaceIds) =>
        write(`apply set ${id}`, () => {
          this.variableSets
            .find(one => one.id === id)!
            .workspaceIds.push(...workspaceIds);
        }),
      listNotifications: async id =>
        read(
          `list notifications ${id}`,
          (this.notifications[id] ?? []).map(({ token, ...one }) => one),
        ),
      createNotification: async (id, input) =>
        write(`create notification ${id}`, () => {
          const list = (this.notifications[id] ??= []);
          const notification = {
            id: `nc-${id}-${list.length + 1}`,
            destinationType: 'generic',
            enabled: true,
            ...input,
            triggers: [...input.triggers],
          };
          list.push(notification);
          return notification;
        }),
      updateNotification: async (id, input) =>
        write(`update notification ${id}`, () =>
          Object.assign(
            Object.values(this.notifications)
              .flat()
              .find(one => one.id === id)!,
            input,
          ),
        ),
      listRunTriggers: async id =>
        read(`list triggers ${id}`, this.runTriggers[id] ?? []),
      createRunTrigger: async (id, sourceId) =>
        write(`create trigger ${id} ${sourceId}`, () => {
          const list = (this.runTriggers[id] ??= []);
          const trigger = { id: `rt-${list.length + 1}`, sourceId };
          list.push(trigger);
          return trigger;
        }),
    };
  }

  async *#listAccess(
    { teamId, workspaceId }: { teamId?: string; workspaceId?: string },
    read: <T>(name: string, value: T) => T,
  ) {
    if (!workspaceId && !this.listsAccessByTeam) {
      throw new HcpTerraformError('invalid', 'Name a workspace', 400);
    }
    yield* read(
      `list access ${workspaceId ?? teamId}`,
      this.access.filter(
        one =>
          (!teamId || one.teamId === teamId) &&
          (!workspaceId || one.workspaceId === workspaceId),
      ),
    );
  }
}
