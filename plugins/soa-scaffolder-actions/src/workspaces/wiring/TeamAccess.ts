import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformTeamAccess,
} from '@backstage-soa/plugin-soa-node';

const PAGE = 100;

/**
 * What teams may do with workspaces that are there. It is read by team where
 * that takes fewer requests, and by workspace where a host does not take that.
 */
export class TeamAccess {
  readonly #known = new Map<string, HcpTerraformTeamAccess[]>();

  constructor(
    private readonly client: HcpTerraformClient,
    private readonly signal?: AbortSignal,
  ) {}

  /** Reads of so many workspaces at once what these teams may. */
  async readAll(
    teamIds: readonly string[],
    workspaceIds: readonly string[],
  ): Promise<void> {
    if (teamIds.length >= workspaceIds.length) {
      return;
    }
    const read: HcpTerraformTeamAccess[] = [];
    try {
      for (const teamId of teamIds) {
        let seen = 0;
        for await (const access of this.client.listTeamAccess(
          { teamId },
          { signal: this.signal },
        )) {
          seen += 1;
          read.push(access);
          if (seen >= (PAGE * workspaceIds.length) / teamIds.length) {
            return;
          }
        }
      }
    } catch (error) {
      if (
        error instanceof HcpTerraformError &&
        (error.kind === 'invalid' || error.kind === 'not-found-or-not-allowed')
      ) {
        return;
      }
      throw error;
    }
    for (const id of workspaceIds) {
      this.#known.set(
        id,
        read.filter(({ workspaceId }) => workspaceId === id),
      );
    }
  }

  async of(workspaceId: string): Promise<HcpTerraformTeamAccess[]> {
    return this.#known.get(workspaceId) ?? this.readOne(workspaceId);
  }

  /** Whatever was known of it. */
  async readOne(workspaceId: string): Promise<HcpTerraformTeamAccess[]> {
    const read: HcpTerraformTeamAccess[] = [];
    for await (const access of this.client.listTeamAccess(
      { workspaceId },
      { signal: this.signal },
    )) {
      read.push(access);
    }
    return read;
  }
}
