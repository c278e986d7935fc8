import { HcpTerraformError, runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { FailuresInARow } from '../reading';
import { readDetails } from './readDetails';
import { toWorkspace } from './toWorkspace';
import type { WorkspaceReading } from './WorkspaceReading';

// The outputs of a state are not to be had while it is processed, which many
// are at once after a rollout.
const MOST_FAILURES = 30;

/**
 * Reads variables and outputs where a run began or ended or a state is new since
 * the last time, and warns of what it could not read.
 */
export class DetailsReader {
  readonly warnings: string[] = [];
  readonly #failures = new FailuresInARow(MOST_FAILURES);

  constructor(
    private readonly options: {
      client: HcpTerraformClient;
      known: ReadonlyMap<string, WorkspaceReading>;
      signal?: AbortSignal;
    },
  ) {}

  /** @throws what concerns all workspaces, and not only this one */
  async read(workspace: HcpTerraformWorkspace): Promise<WorkspaceReading> {
    const { client, known, signal } = this.options;
    const last = known.get(workspace.id);
    const before = {
      roles: last?.workspace.roles ?? {},
      outputs: last?.outputs ?? [],
    };
    const version = versionOf(workspace);
    if (last?.version === version) {
      return {
        workspace: toWorkspace(client, workspace, before.roles),
        outputs: before.outputs,
        version,
      };
    }
    const { details, failures } = await readDetails(
      client,
      workspace,
      before,
      signal,
    );
    signal?.throwIfAborted();
    for (const { what, error } of failures) {
      this.#admit(error);
      this.warnings.push(
        `workspace ${workspace.name}: its ${what} could not be read, and what was known of them stays: ${error}`,
      );
    }
    if (failures.length === 0) {
      this.#failures.succeeded();
    }
    return {
      workspace: toWorkspace(client, workspace, details.roles),
      outputs: details.outputs,
      // One unlike any other has them read again.
      version: failures.length === 0 ? version : last?.version ?? '',
    };
  }

  #admit(error: unknown): void {
    if (!(error instanceof HcpTerraformError)) {
      return;
    }
    const { kind, status } = error;
    const isDown = kind === 'unavailable';
    if (
      kind === 'bad-token' ||
      (isDown && status === undefined) ||
      (isDown && this.#failures.failed())
    ) {
      throw error;
    }
  }
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
