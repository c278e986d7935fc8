import { HcpTerraformError, runOutcome } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { FailuresInARow } from '../reading';
import { Denials, isDenial } from './Denials';
import type { GivenDetails } from './GivenDetails';
import { readOutputs } from './readOutputs';
import { toOutputs } from './toOutputs';
import { toWorkspace } from './toWorkspace';
import { toWorkspaceVariables } from './toWorkspaceVariables';
import type { DetailsVersions, WorkspaceReading } from './WorkspaceReading';

// The outputs of a state are not to be had while it is processed, which many
// are at once after a rollout.
const MOST_FAILURES = 30;

// Another one when more is kept of what is read: it is read once more then.
const WHAT_IS_KEPT = 2;

/** A detail as it is now known, and why that is not anew. */
interface Detail<T> {
  value: T;
  version: string;
  wasRead?: boolean;
  error?: unknown;
}

/**
 * Takes variables and outputs that came with workspaces. Where they did not, reads
 * them if a run began or ended or a state is new since the last time, and warns of
 * what it could not read.
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
      given: GivenDetails;
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
    const { client, known, given, signal } = this.options;
    const { id } = workspace;
    const last = known.get(id);
    const version = versionOf(workspace);
    const had = last?.outputs ?? [];
    const [variables, outputs] = await Promise.all([
      this.#detail('variables', version, {
        known: {
          value: {
            roles: last?.workspace.roles ?? {},
            placementKey: last?.workspace.placementKey,
          },
          version: last?.versions.variables,
        },
        given: given.variables(workspace),
        read: () => client.listVariables(id, { signal }),
        keep: toWorkspaceVariables,
      }),
      this.#detail('outputs', version, {
        known: { value: had, version: last?.versions.outputs },
        given: given.outputs(workspace, had.length > 0),
        read: () => readOutputs(client, workspace, had.length > 0, signal),
        keep: toOutputs,
      }),
    ]);
    signal?.throwIfAborted();
    this.#judge('variables', workspace, variables);
    this.#judge('outputs', workspace, outputs);
    const details = [variables, outputs];
    if (
      details.some(({ wasRead }) => wasRead) &&
      details.every(({ error }) => !error)
    ) {
      this.#failures.succeeded();
    }
    return {
      workspace: toWorkspace(client, workspace, {
        variables: variables.value,
        // What is said of a state holds as long as it is the same.
        sameState:
          last?.versions.outputs === version ? last.workspace : undefined,
      }),
      outputs: outputs.value,
      versions: { variables: variables.version, outputs: outputs.version },
    };
  }

  /** What cannot be read stays as it was known, and is read again. */
  async #detail<T, Read>(
    kind: keyof DetailsVersions,
    version: string,
    detail: {
      known: { value: T; version: string | undefined };
      /** What came with the workspace. */
      given: Read | undefined;
      read: () => Promise<Read>;
      keep: (read: Read) => T;
    },
  ): Promise<Detail<T>> {
    const { known, given, read, keep } = detail;
    if (given) {
      return { value: keep(given), version };
    }
    // One unlike any other has it read again.
    const before = { value: known.value, version: known.version ?? '' };
    if (before.version === version || !this.#denials[kind].ask()) {
      return before;
    }
    try {
      return { value: keep(await read()), version, wasRead: true };
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
    WHAT_IS_KEPT,
    name,
    latestChangeAt,
    currentRun?.id,
    currentRun && runOutcome(currentRun.status),
  ]);
}
