import { InputError } from '@backstage/errors';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import type { TeamGrant } from '../../settings';
import type { Wiring } from './Wiring';

/** @throws InputError that names those that are not there */
export async function findTeams(
  client: HcpTerraformClient,
  grants: readonly TeamGrant[],
  signal?: AbortSignal,
): Promise<Wiring['teams']> {
  if (grants.length === 0) {
    return [];
  }
  const teams = await client.findTeams(
    grants.map(({ name }) => name),
    { signal },
  );
  const ids = new Map(teams.map(({ id, name }) => [name, id]));
  const missing = grants.filter(({ name }) => !ids.has(name));
  if (missing.length > 0) {
    throw new InputError(
      `teams: ${client.organization} has no team ${missing
        .map(({ name }) => name)
        .join(
          ', ',
        )} that the portal's token may see: create it, or leave it out`,
    );
  }
  return grants.map(grant => ({ ...grant, teamId: ids.get(grant.name)! }));
}
