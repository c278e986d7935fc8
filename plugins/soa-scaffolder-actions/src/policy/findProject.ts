import { NotFoundError } from '@backstage/errors';
import { HcpTerraformError, projectName } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { unlessUnknown } from '../dry-run';

/**
 * The project that an owner's workspaces belong in. It is found, and not taken
 * from a template's input: projects have variables and credentials of their own.
 *
 * @returns `undefined` in a dry run if there is none yet
 * @throws NotFoundError if there is none
 */
export async function findProject(
  client: HcpTerraformClient,
  owner: string,
  { isDryRun, signal }: { isDryRun: boolean; signal?: AbortSignal },
): Promise<string | undefined> {
  const name = projectName(owner);
  const found = await unlessUnknown(isDryRun, () =>
    client.findProject(name, { signal }),
  );
  if (found && !(found instanceof HcpTerraformError)) {
    return found.id;
  }
  if (isDryRun) {
    return undefined;
  }
  throw new NotFoundError(
    `owner: ${client.organization} has no project "${name}" for ${owner}: run tfc:project:ensure first`,
  );
}
