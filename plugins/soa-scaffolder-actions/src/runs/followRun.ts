import {
  HcpTerraformError,
  runEnd,
  runState,
} from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { AskedRun } from './AskedRun';
import { confirmRun } from './confirmRun';
import { describeReview } from './describeReview';
import { endRun } from './endRun';
import { reviewRun } from './reviewRun';
import { waitingSignal } from './RunContext';
import type { RunContext } from './RunContext';
import { StillWaiting } from './RunReport';
import type { RunReport } from './RunReport';
import type { RunReview } from './RunReview';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 10_000;
const LAST_WORDS_MS = 20_000;

// Between two others, and not worth a line.
const IN_PASSING = /queu|fetching|_running$|checking$|estimating$|^confirmed$/;
const OVERRIDABLE = ['policy_override', 'post_plan_awaiting_decision'];

/**
 * Follows a run to its end, and has it apply what it has planned if nobody else
 * is to do so. A status that is not known is none of an end.
 *
 * @throws StillWaiting if it has not ended in time
 */
export async function followRun(
  asked: AskedRun,
  runId: string,
  context: RunContext,
): Promise<RunReport> {
  const { client, workspace, fullName } = asked.held;
  const { logger, clock } = context;
  const url = client.runUrl(workspace.name, runId);
  const signal = waitingSignal(context);
  const report = { workspace: fullName, runId, url, status: 'unknown' };
  let review: RunReview | undefined;
  let isSilent = false;
  let waitsFor: string | undefined;

  const read = async (): Promise<HcpTerraformRun | undefined | 'silent'> => {
    try {
      const run = await client.getRun(runId, { signal });
      isSilent = false;
      return run;
    } catch (error) {
      if (!isUnavailable(error)) {
        throw error;
      }
      if (!isSilent) {
        logger.warn(`${fullName}: ${error.message}. Asking again.`);
      }
      isSilent = true;
      return 'silent';
    }
  };
  const tell = ({ status }: HcpTerraformRun) => {
    if (status !== report.status && !IN_PASSING.test(status)) {
      logger.info(`${fullName}: the run ${runId} is ${status} ${url}`);
    }
    report.status = status;
  };
  const look = async (run: HcpTerraformRun) => {
    if (!review) {
      review = await reviewRun(client, run, signal);
      logger.info(`${fullName}: ${describeReview(review)} ${url}`);
    }
    return review;
  };

  try {
    for (let polls = 0; ; polls += 1) {
      const run = await read();
      if (run === undefined) {
        return {
          ...report,
          outcome: 'failed',
          error: `The run ${runId} is not to be found any more: somebody has deleted its workspace, or the token may not see it.`,
        };
      }
      if (run !== 'silent') {
        tell(run);
        const state = runState(run);
        const isFinal = ['applied', 'failed', 'canceled'].includes(state);
        const isOverridable = OVERRIDABLE.includes(run.status);
        if (isFinal || state === 'confirming' || isOverridable) {
          await look(run);
        }
        if (isFinal) {
          const error = failureOf(asked, run, review);
          return {
            ...report,
            ...review,
            outcome: error ? 'failed' : 'succeeded',
            ...(error && { error }),
          };
        }
        if (state === 'confirming' && asked.confirms) {
          await confirmRun(asked, runId, context);
        } else {
          const waits = isOverridable
            ? 'waits for somebody to override a policy'
            : state === 'confirming' && 'waits for somebody to confirm it';
          if (waits && waits !== waitsFor) {
            logger.info(`${fullName}: the run ${runId} ${waits}: ${url}`);
          }
          waitsFor = waits || undefined;
        }
      }
      await clock.pause(
        Math.min(FIRST_PAUSE_MS + polls * 250, LONGEST_PAUSE_MS),
        signal,
      );
    }
  } catch (error) {
    if (!context.deadline.aborted || context.signal?.aborted) {
      throw error;
    }
    const was = [report.status, waitsFor].filter(Boolean).join(' and ');
    return await timedOut(asked, { ...report, ...review }, was, context);
  }
}

/** Why a run that has ended has not done what was wanted, if it has not. */
function failureOf(
  asked: AskedRun,
  run: HcpTerraformRun,
  review: RunReview | undefined,
): string | undefined {
  if (runState(run) !== 'applied') {
    const broken = review?.policies?.mandatoryFailed ?? 0;
    return broken > 0
      ? `${runEnd(run)} Mandatory policies that failed: ${broken}.`
      : runEnd(run);
  }
  return run.planOnly && asked.operation !== 'plan'
    ? `The run ${run.id} has only planned, as its configuration is for plans only (speculative): upload it without that.`
    : undefined;
}

async function timedOut(
  asked: AskedRun,
  report: Omit<RunReport, 'outcome' | 'error'> & { runId: string },
  was: string,
  context: RunContext,
): Promise<RunReport> {
  const had = `The run ${report.runId} had not ended in time: it was ${was}.`;
  if (asked.onTimeout === 'discard') {
    const { hasEnded, sentence } = await endRun(
      asked,
      report.runId,
      { ...context, comment: 'Backstage no longer waits for it' },
      context.clock.timeout(LAST_WORDS_MS),
    );
    const error = `${had} ${sentence}`;
    if (hasEnded) {
      return { ...report, outcome: 'failed', error };
    }
    throw new StillWaiting({ ...report, outcome: 'waiting', error });
  }
  throw new StillWaiting({
    ...report,
    outcome: 'waiting',
    error: `${had} It is left as it is: see ${report.url}, and retry the task to go on waiting for it.`,
  });
}

function isUnavailable(error: unknown): error is HcpTerraformError {
  return error instanceof HcpTerraformError && error.kind === 'unavailable';
}
