import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { DetailsReader } from './DetailsReader';
import { GivenDetails } from './GivenDetails';
import type { WorkspaceReading } from './WorkspaceReading';

/**
 * Reads one workspace, of which something is new.
 *
 * @returns `undefined` if it is not there, or the name is another's by now
 */
export async function readWorkspace(options: {
  client: HcpTerraformClient;
  id: string;
  name: string;
  known: WorkspaceReading | undefined;
  signal?: AbortSignal;
}): Promise<WorkspaceReading | undefined> {
  const { client, id, name, known, signal } = options;
  const found = await client.findWorkspace(name, { withDetails: true, signal });
  if (found?.id !== id) {
    return undefined;
  }
  const details = new DetailsReader({
    client,
    known: new Map(known ? [[id, known]] : []),
    given: new GivenDetails([found]),
    signal,
  });
  return details.read(found);
}
