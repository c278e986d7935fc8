import type {
  Workspace,
  WorkspaceOutput,
} from '@backstage-soa/plugin-soa-common';
import { HcpTerraformError, runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { readDetails } from './readDetails';
import { toWorkspace } from './toWorkspace';

/** A workspace with what is kept of it. */
export interface WorkspaceReading {
  workspace: Workspace;
  outputs: WorkspaceOutput[];
  /** Changes when variables and outputs have to be read again. */
  version: string;
}

/**
 * Reads all workspaces of an organization. Variables and outputs are read only
 * where a run began or ended or a state is new since the last time.
 *
 * @throws if the list cannot be read to its end
 */
export async function readWorkspaces(options: {
  client: HcpTerraformClient;
  lastKnown: (workspaceId: string) => WorkspaceReading | undefined;
  signal?: AbortSignal;
}): Promise<{ readings: WorkspaceReading[]; warnings: string[] }> {
  const { client, lastKnown, signal } = options;
  // A workspace that comes while the list is read can move another one to the
  // next page, where it is found again.
  const found = new Map<string, HcpTerraformWorkspace>();
  for await (const workspace of client.listWorkspaces({ signal })) {
    found.set(workspace.id, workspace);
  }
  const readings: WorkspaceReading[] = [];
  const warnings: string[] = [];
  for (const workspace of found.values()) {
    const known = lastKnown(workspace.id);
    const version = versionOf(workspace);
    if (known?.version === version) {
      const { outputs } = known;
      const { roles } = known.workspace;
      readings.push({
        workspace: toWorkspace(client, workspace, roles),
        outputs,
        version,
      });
      continue;
    }
    try {
      const { roles, outputs } = await readDetails(
        client,
        workspace.id,
        signal,
      );
      readings.push({
        workspace: toWorkspace(client, workspace, roles),
        outputs,
        version,
      });
    } catch (error) {
      signal?.throwIfAborted();
      if (concernsAll(error)) {
        throw error;
      }
      warnings.push(
        `workspace ${workspace.name}: its variables and outputs could not be read, and what was known of them stays: ${error}`,
      );
      readings.push({
        workspace: toWorkspace(client, workspace, known?.workspace.roles ?? {}),
        outputs: known?.outputs ?? [],
        // Unlike any other, so that they are read again.
        version: known?.version ?? '',
      });
    }
  }
  return { readings, warnings };
}

function versionOf({
  name,
  latestChangeAt,
  currentRun,
}: HcpTerraformWorkspace): string {
  return JSON.stringify([
    name,
    latestChangeAt,
    currentRun?.id,
    currentRun && runOutcome(currentRun.status),
  ]);
}

function concernsAll(error: unknown): boolean {
  return (
    error instanceof HcpTerraformError &&
    (error.kind === 'unavailable' || error.kind === 'bad-token')
  );
}
