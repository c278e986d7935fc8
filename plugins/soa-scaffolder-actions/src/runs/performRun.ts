import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { AskedRun } from './AskedRun';
import { endRun } from './endRun';
import { findStartedRun } from './findStartedRun';
import { followRun } from './followRun';
import type { RunContext } from './RunContext';
import { StillWaiting } from './RunReport';
import type { RunReport } from './RunReport';
import { runMessage, startRun } from './startRun';

// A task that is cancelled has ended within five seconds.
const LAST_WORDS_MS = 4_000;

/**
 * Starts a run and follows it. Done again by the same task, it goes on with the
 * same run; after a run that has failed, and that the task has told of, it starts
 * another one.
 *
 * @throws the reason of the signal; the run has been ended then, unless it had
 *   begun to apply
 */
export async function performRun(
  asked: AskedRun,
  context: RunContext,
): Promise<RunReport> {
  for (let attempt = 1; ; attempt += 1) {
    let runId: string | undefined;
    let isNew = false;
    const keep = (follow: () => Promise<RunReport>) =>
      context.checkpoint(
        `end.${asked.operation}.${asked.held.fullName}.${attempt}`,
        () => {
          isNew = true;
          return follow();
        },
      );
    try {
      const id = await startRun(asked, attempt, context);
      runId = id;
      const report = await keep(() => followRun(asked, id, context));
      if (isNew || report.outcome === 'succeeded') {
        return report;
      }
    } catch (error) {
      if (context.signal?.aborted) {
        const ended = await endAtOnce(asked, { attempt, runId }, context);
        if (ended) {
          await keep(async () => ended);
        }
        throw error;
      }
      if (error instanceof StillWaiting) {
        return error.report;
      }
      return unfinished(asked, runId, error, context);
    }
  }
}

/** What to tell of a run that was not started, or not followed to its end. */
function unfinished(
  { held }: AskedRun,
  runId: string | undefined,
  error: unknown,
  { deadline }: RunContext,
): RunReport {
  const { client, workspace, fullName } = held;
  const report = {
    workspace: fullName,
    url: runId ? client.runUrl(workspace.name, runId) : held.url,
    status: 'unknown',
    ...(runId && { runId }),
  };
  if (deadline.aborted) {
    return {
      ...report,
      outcome: 'waiting',
      error:
        'HCP Terraform has not said in time whether it has started the run: retry the task, which looks for it first.',
    };
  }
  if (!(error instanceof HcpTerraformError)) {
    throw error;
  }
  if (runId) {
    return {
      ...report,
      outcome: 'failed',
      error: `${error.message}. The run ${runId} is left as it is: retry the task to go on with it.`,
    };
  }
  return {
    ...report,
    outcome: 'failed',
    error:
      error.kind === 'not-found-or-not-allowed'
        ? `No run was started: somebody has deleted the workspace, or the portal's token may not start this kind of run there. Give its team the permission, and retry the task.`
        : `No run was started: ${error.message}.`,
  };
}

/** Ends the run of a task that is cancelled, as far as the time allows. */
async function endAtOnce(
  asked: AskedRun,
  { attempt, runId }: { attempt: number; runId: string | undefined },
  context: RunContext,
): Promise<RunReport | undefined> {
  const { held } = asked;
  const signal = context.clock.timeout(LAST_WORDS_MS);
  try {
    const message = runMessage(asked, attempt, context);
    const id =
      runId ??
      (await findStartedRun(asked, message, { thoroughly: true, signal }))?.id;
    if (!id) {
      return undefined;
    }
    const { hasEnded, sentence } = await endRun(
      asked,
      id,
      { ...context, comment: 'The task of Backstage was cancelled' },
      signal,
    );
    const url = held.client.runUrl(held.workspace.name, id);
    context.logger.info(`${held.fullName}: ${sentence} ${url}`);
    return hasEnded
      ? {
          workspace: held.fullName,
          runId: id,
          url,
          status: 'canceled',
          outcome: 'failed',
          error: sentence,
        }
      : undefined;
  } catch (error) {
    context.logger.warn(
      `${held.fullName}: it is not known what has become of its run, as HCP Terraform has not answered in time: see ${held.url}`,
    );
    return undefined;
  }
}
