import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HeldWorkspace } from '../held';
import { performRun, waitingSignal } from '../runs';
import type { AskedRun, RunContext } from '../runs';
import type { AccessReport } from './removeAccess';
import { deleteWorkspace, NotDeletedError } from './deleteWorkspace';

/** What has become of a workspace: as plain data, which checkpoints keep. */
export type DestroyReport = {
  workspace: string;
  url: string;
  outcome: 'deleted' | 'gone' | 'failed' | 'waiting';
  /** Of the run that has destroyed what was in it. */
  runId?: string;
  /** What has become of its deploy access, once it is deleted or gone. */
  access?: AccessReport['access'];
  /** Why it is not deleted, or its access is left, as a sentence. */
  error?: string;
};

/** A workspace that is still there: nothing that a checkpoint may keep. */
class StillThere extends Error {
  constructor(readonly report: DestroyReport) {
    super(report.error);
  }
}

/**
 * Destroys what a workspace has made, then deletes it. Done again, it goes on
 * where it has stopped.
 *
 * @throws the reason of the signal
 */
export async function destroyWorkspace(
  held: HeldWorkspace,
  options: { message: string; onTimeout: AskedRun['onTimeout'] },
  context: RunContext,
): Promise<DestroyReport> {
  try {
    return await context.checkpoint(`destroy.${held.fullName}`, () =>
      destroy(held, options, context),
    );
  } catch (error) {
    context.signal?.throwIfAborted();
    if (error instanceof StillThere) {
      return error.report;
    }
    const report = { workspace: held.fullName, url: held.url };
    if (context.deadline.aborted) {
      return {
        ...report,
        outcome: 'waiting',
        error: 'It was not deleted in time.',
      };
    }
    if (error instanceof HcpTerraformError) {
      return { ...report, outcome: 'failed', error: `${error.message}.` };
    }
    throw error;
  }
}

async function destroy(
  held: HeldWorkspace,
  options: { message: string; onTimeout: AskedRun['onTimeout'] },
  context: RunContext,
): Promise<DestroyReport> {
  const { fullName: workspace, url } = held;
  let runId: string | undefined;
  const empty = async () => {
    const run = await performRun(
      { held, operation: 'destroy', confirms: true, ...options },
      context,
    );
    runId = run.runId;
    if (run.outcome !== 'succeeded') {
      throw new StillThere({
        workspace,
        url,
        outcome: run.outcome,
        ...(runId && { runId }),
        error: run.error,
      });
    }
  };
  const remove = async (): Promise<NotDeletedError | undefined> => {
    try {
      await context.audited('workspace-delete', { workspace }, async () => {
        await deleteWorkspace(held, {
          isEmptied: runId !== undefined,
          clock: context.clock,
          signal: waitingSignal(context),
        });
        return {};
      });
      return undefined;
    } catch (error) {
      if (error instanceof NotDeletedError) {
        return error;
      }
      throw error;
    }
  };
  if (hasMadeSomething(held)) {
    await empty();
  }
  let left = await remove();
  if (left && runId === undefined) {
    // It had something in it after all.
    await empty();
    left = await remove();
  }
  if (left) {
    const { resourcesLeft, message } = left;
    throw new StillThere({
      workspace,
      url,
      outcome: 'failed',
      ...(runId && { runId }),
      error:
        resourcesLeft === undefined || resourcesLeft === 0
          ? `HCP Terraform does not delete it, as it is locked, or its state is still being read (${message}): unlock it, and retry the task.`
          : `The destroy run has ended, and ${resourcesLeft} resources are left in it: see in its state which, take them away or out of the state, and retry the task.`,
    });
  }
  return { workspace, url, outcome: 'deleted', ...(runId && { runId }) };
}

/** Also where the host does not count resources: then, whether there is a state. */
function hasMadeSomething({ workspace }: HeldWorkspace): boolean {
  const { resourceCount, currentStateVersionId } = workspace;
  return resourceCount === undefined
    ? currentStateVersionId !== undefined
    : resourceCount > 0;
}
