import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import type { SerialCheckpoints } from '../checkpoints';
import { unlessUnknown } from '../dry-run';
import {
  applyVariableSet,
  describeEffect,
  ensureAll,
  ensureWorkspace,
  failureOf,
  NOTIFICATIONS,
  previewWorkspace,
  withoutVariableSet,
} from '../workspaces';
import type { EnsuredWorkspace, Survey, WantedWorkspace } from '../workspaces';
import { auditedWrite } from './auditedWrite';
import type { ActionAuditor } from './auditedWrite';

/** What the action puts out of a workspace. */
export interface WorkspaceOutput {
  id?: string;
  name: string;
  url: string;
  effect: EnsuredWorkspace['effect'] | 'unknown';
}

/** Ensures many workspaces for one task, which hears of each. */
export class WorkspaceTask {
  #finished = 0;

  constructor(
    private readonly options: Survey & {
      projectId: string | undefined;
      wanted: readonly WantedWorkspace[];
      logger: Pick<LoggerService, 'info' | 'warn'>;
      auditor: ActionAuditor;
      user: string | undefined;
      taskId: string;
      checkpoints: SerialCheckpoints;
    },
  ) {}

  /** What would be done; what cannot be read is unknown. */
  async preview(): Promise<WorkspaceOutput[]> {
    const { wanted, wiring, found, variableSets, projectId, logger } =
      this.options;
    const outcomes = await ensureAll(
      wanted,
      one =>
        unlessUnknown(true, () =>
          previewWorkspace(found.get(one.input.name), one, wiring),
        ),
      wiring.signal,
    );
    const outputs = outcomes.map((outcome, index) => {
      if (outcome === 'not tried' || 'failed' in outcome) {
        throw outcome === 'not tried' ? new Error(outcome) : outcome.failed;
      }
      const { done } = outcome;
      this.#tell(wanted[index], describeEffect(done, true));
      return this.#output(wanted[index], done);
    });
    for (const set of variableSets) {
      const ids = outputs.map(({ id }) => id ?? '');
      const { length } = withoutVariableSet(set, ids, projectId);
      if (length > 0) {
        logger.info(
          `The variable set ${set.name} would be applied to ${length} of them`,
        );
      }
    }
    return outputs;
  }

  /** @throws one error with the reasons of all that could not be finished */
  async ensure(): Promise<WorkspaceOutput[]> {
    const { wanted, wiring } = this.options;
    const outcomes = await ensureAll(
      wanted,
      one => this.#ensureOne(one),
      wiring.signal,
    );
    const done = outcomes.map(outcome =>
      outcome !== 'not tried' && 'done' in outcome ? outcome.done : undefined,
    );
    // Those that are there get their variables, whatever became of the others.
    await this.#applyVariableSets(done.flatMap(one => (one ? [one.id] : [])));
    this.#tellNotNotified(done);
    const failure = failureOf(
      wanted.map(({ placement }) => placement.workspace),
      outcomes,
    );
    if (failure) {
      throw failure;
    }
    return done.map((one, index) => this.#output(wanted[index], one!));
  }

  async #ensureOne(wanted: WantedWorkspace): Promise<EnsuredWorkspace> {
    const { wiring, found, checkpoints } = this.options;
    const { workspace } = wanted.placement;
    const done = await checkpoints.run(`workspace.${workspace}`, () =>
      ensureWorkspace(found.get(wanted.input.name), wanted, wiring, {
        record: (changes, write) =>
          this.#audited(
            'workspace-ensure',
            { workspace },
            () => ({ changes }),
            write,
          ),
      }),
    );
    this.#tell(wanted, describeEffect(done, false));
    return done;
  }

  async #applyVariableSets(workspaceIds: string[]): Promise<void> {
    const { variableSets, projectId, checkpoints, wiring, logger } =
      this.options;
    const { client, signal } = wiring;
    for (const set of variableSets) {
      const ids = withoutVariableSet(set, workspaceIds, projectId);
      if (ids.length > 0) {
        const variableSet = `${client.organization}/${set.name}`;
        await checkpoints.run(
          `variable-set.${variableSet}.${ids.join('.')}`,
          () =>
            this.#audited(
              'variable-set-apply',
              { variableSet },
              () => ({}),
              async () => {
                await applyVariableSet(client, set, ids, signal);
                return { workspaces: ids };
              },
            ),
        );
        logger.info(
          `Applied the variable set ${set.name} to ${ids.length} of them`,
        );
      }
    }
  }

  #tellNotNotified(done: readonly (EnsuredWorkspace | undefined)[]): void {
    const { wanted, logger } = this.options;
    const names = wanted.flatMap(({ placement }, index) =>
      done[index]?.without?.includes(NOTIFICATIONS) ? placement.workspace : [],
    );
    if (names.length > 0) {
      logger.warn(
        `Without notifications: ${names.join(
          ', ',
        )}. Run the template again with the same input to have the portal told of their runs`,
      );
    }
  }

  #audited<T extends Record<string, JsonValue>>(
    eventId: string,
    meta: Record<string, string>,
    progress: () => Record<string, JsonValue>,
    write: () => Promise<T>,
  ): Promise<T> {
    const { auditor, user, taskId } = this.options;
    return auditedWrite(
      auditor,
      { eventId, user, taskId, meta, progress },
      write,
    );
  }

  #tell({ input, placement }: WantedWorkspace, effect: string): void {
    const { wanted, wiring, logger } = this.options;
    this.#finished += 1;
    const count =
      wanted.length > 1 ? ` (${this.#finished} of ${wanted.length})` : '';
    logger.info(
      `${placement.workspace}: ${effect}${count} ${wiring.client.workspaceUrl(
        input.name,
      )}`,
    );
  }

  #output(
    { input, placement }: WantedWorkspace,
    done: EnsuredWorkspace | Error,
  ): WorkspaceOutput {
    const isKnown = !(done instanceof Error);
    return {
      ...(isKnown && done.id && { id: done.id }),
      name: placement.workspace,
      url: this.options.wiring.client.workspaceUrl(input.name),
      effect: isKnown ? done.effect : 'unknown',
    };
  }
}
