import { InputError } from '@backstage/errors';
import type {
  HcpTerraformClient,
  HcpTerraformVariableSet,
} from '@backstage-soa/plugin-soa-node';

/** @throws InputError that names those that are not there */
export async function findVariableSets(
  client: HcpTerraformClient,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<HcpTerraformVariableSet[]> {
  const sets = await Promise.all(
    names.map(name => client.findVariableSet(name, { signal })),
  );
  const missing = names.filter((_, index) => !sets[index]);
  if (missing.length > 0) {
    throw new InputError(
      `variableSets: ${client.organization} has no variable set ${missing.join(
        ', ',
      )} that the portal's token may see: create it, or leave it out`,
    );
  }
  return sets.map(set => set!);
}
