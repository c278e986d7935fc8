import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';

const PAGE = 100;

interface Request {
  service: string;
  names: readonly string[];
  signal?: AbortSignal;
}

/**
 * Those workspaces of a service that are there, by name, with as few requests
 * as can be: many come on one page, with their variables.
 */
export async function readWorkspaces(
  client: HcpTerraformClient,
  { service, names, signal }: Request,
): Promise<Map<string, HcpTerraformWorkspace>> {
  const found = new Map<string, HcpTerraformWorkspace>();
  const isWhole =
    names.length > 1 &&
    (await readList(client, { service, names, signal }, found));
  if (!isWhole) {
    for (const name of names.filter(one => !found.has(one))) {
      const workspace = await client.findWorkspace(name, {
        withVariables: true,
        signal,
      });
      if (workspace) {
        found.set(name, workspace);
      }
    }
  }
  return found;
}

/** @returns false if the list was not, or not wholly, worth its requests */
async function readList(
  client: HcpTerraformClient,
  { service, names, signal }: Request,
  found: Map<string, HcpTerraformWorkspace>,
): Promise<boolean> {
  let seen = 0;
  try {
    for await (const workspace of client.listWorkspaces({
      // Others can begin so, too: those of "orders-archive" for "orders".
      namePattern: `${service}-*`,
      withVariables: true,
      signal,
    })) {
      seen += 1;
      if (names.includes(workspace.name)) {
        found.set(workspace.name, workspace);
      }
      if (found.size === names.length) {
        return true;
      }
      // As many pages as there would be requests for single ones.
      if (seen >= PAGE * names.length) {
        return false;
      }
    }
    return true;
  } catch (error) {
    // A host that does not take such a list may take single ones.
    if (error instanceof HcpTerraformError && error.kind === 'invalid') {
      return false;
    }
    throw error;
  }
}
