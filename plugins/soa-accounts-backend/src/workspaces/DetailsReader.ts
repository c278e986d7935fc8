import { HcpTerraformError, runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { FailuresInARow } from '../reading';
import { Denials, isDenial } from './Denials';
import { readOutputs } from './readOutputs';
import { readRoles } from './readRoles';
import { toWorkspace } from './toWorkspace';
import type { DetailsVersions, WorkspaceReading } from './WorkspaceReading';

// The outputs of a state are not to be had while it is processed, which many
// are at once after a rollout.
const MOST_FAILURES = 30;

/** A detail as it is now known, and why that is not anew. */
interface Detail<T> {
  value: T;
  version: string;
  wasRead?: boolean;
  error?: unknown;
}

/**
 * Reads variables and outputs where a run began or ended or a state is new since
 * the last time, and warns of what it could not read.
 */
export class DetailsReader {
  readonly #warnings: string[] = [];
  readonly #failures = new FailuresInARow(MOST_FAILURES);
  readonly #denials = {
    variables: new Denials({
      what: 'variables',
      remedy: "let the token's team read variables",
    }),
    outputs: new Denials({
      what: 'outputs',
      remedy: "let the token's team read state outputs",
    }),
  };

  constructor(
    private readonly options: {
      client: HcpTerraformClient;
      known: ReadonlyMap<string, WorkspaceReading>;
      signal?: AbortSignal;
    },
  ) {}

  /** What could not be read: first what concerns many. */
  get warnings(): string[] {
    const { variables, outputs } = this.#denials;
    return [...variables.warnings, ...outputs.warnings, ...this.#warnings];
  }

  /** @throws what concerns all workspaces, and not only this one */
  async read(workspace: HcpTerraformWorkspace): Promise<WorkspaceReading> {
    const { client, known, signal } = this.options;
    const last = known.get(workspace.id);
    const version = versionOf(workspace);
    const had = last?.outputs ?? [];
    const [roles, outputs] = await Promise.all([
      this.#detail(
        'variables',
        version,
        {
          value: last?.workspace.roles ?? {},
          version: last?.versions.variables,
        },
        () => readRoles(client, workspace.id, signal),
      ),
      this.#detail(
        'outputs',
        version,
        { value: had, version: last?.versions.outputs },
        () => readOutputs(client, workspace, had.length > 0, signal),
      ),
    ]);
    signal?.throwIfAborted();
    this.#judge('variables', workspace, roles);
    this.#judge('outputs', workspace, outputs);
    const details = [roles, outputs];
    if (
      details.some(({ wasRead }) => wasRead) &&
      details.every(({ error }) => !error)
    ) {
      this.#failures.succeeded();
    }
    return {
      workspace: toWorkspace(client, workspace, roles.value),
      outputs: outputs.value,
      versions: { variables: roles.version, outputs: outputs.version },
    };
  }

  /** What cannot be read stays as it was known, and is read again. */
  async #detail<T>(
    kind: keyof DetailsVersions,
    version: string,
    known: { value: T; version: string | undefined },
    read: () => Promise<T>,
  ): Promise<Detail<T>> {
    // One unlike any other has it read again.
    const before = { value: known.value, version: known.version ?? '' };
    if (before.version === version || !this.#denials[kind].ask()) {
      return before;
    }
    try {
      return { value: await read(), version, wasRead: true };
    } catch (error) {
      return { ...before, error };
    }
  }

  #judge(
    kind: keyof DetailsVersions,
    { name }: HcpTerraformWorkspace,
    { wasRead, error }: Detail<unknown>,
  ): void {
    const denials = this.#denials[kind];
    if (wasRead) {
      denials.granted();
    }
    if (!error) {
      return;
    }
    this.#admit(error);
    const warning = `workspace ${name}: its ${kind} could not be read, and what was known of them stays: ${error}`;
    if (isDenial(error)) {
      denials.denied(warning, error);
    } else {
      this.#warnings.push(warning);
    }
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
