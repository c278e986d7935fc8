import { InputError } from '@backstage/errors';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import type { Wiring } from './Wiring';

/**
 * The workspaces that start runs: of the owner's project, and those that the
 * configuration allows to everybody.
 *
 * @throws InputError that names those that are not there, or may not be
 */
export async function findRunTriggers(
  client: HcpTerraformClient,
  options: {
    names: readonly string[];
    projectId: string | undefined;
    allowed: readonly string[];
    signal?: AbortSignal;
  },
): Promise<Wiring['runTriggers']> {
  const { names, projectId, allowed, signal } = options;
  const found = await Promise.all(
    names.map(name => client.findWorkspace(name, { signal })),
  );
  const refused = names.filter((name, index) => {
    const project = found[index]?.project?.id;
    const isOwn = project !== undefined && project === projectId;
    return !found[index] || (!isOwn && !allowed.includes(name));
  });
  if (refused.length > 0) {
    throw new InputError(
      `runTriggers: ${refused.join(
        ', ',
      )} is not there, or belongs to another owner: leave it out, or have it added to soa.hcpTerraform[].workspaces.allow.runTriggers`,
    );
  }
  return names.map((name, index) => ({ id: found[index]!.id, name }));
}
