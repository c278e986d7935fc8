import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HcpTerraformRun } from '@backstage-soa/plugin-soa-node';
import type { AskedRun } from './AskedRun';
import { findStartedRun } from './findStartedRun';
import { waitingSignal } from './RunContext';
import type { RunContext } from './RunContext';
import { RUN_INPUTS } from './RunOperation';

// A request whose answer is lost may be under way for that long.
const IN_FLIGHT_MS = 60_000;
const LOOK_AGAIN_MS = [5_000, 15_000, 40_000];
const ATTEMPTS = 3;

/** The message by which a run is found again. */
export function runMessage(
  { message }: AskedRun,
  attempt: number,
  { marker }: RunContext,
): string {
  return `${message}, ${marker}/${attempt}`;
}

/**
 * Starts a run once: also if the answer is lost, the backend ends before it has
 * written down which run it is, or another replica takes the task up.
 *
 * @param attempt - from 1 on; the run after one that has failed is another
 * @returns the id of the run
 */
export async function startRun(
  asked: AskedRun,
  attempt: number,
  context: RunContext,
): Promise<string> {
  const { fullName } = asked.held;
  const key = `${asked.operation}.${fullName}.${attempt}`;
  let isFirst = false;
  const { at } = await context.checkpoint(`ask.${key}`, async () => {
    isFirst = true;
    return { at: context.clock.now() };
  });
  const { runId } = await context.checkpoint(`run.${key}`, () =>
    context.audited(
      'run-start',
      { workspace: fullName, operation: asked.operation },
      async () => {
        const message = runMessage(asked, attempt, context);
        const found = isFirst
          ? undefined
          : await findPatiently(asked, message, context, at);
        const run = found ?? (await create(asked, message, context));
        return { runId: run.id };
      },
    ),
  );
  return runId;
}

async function create(
  asked: AskedRun,
  message: string,
  context: RunContext,
): Promise<HcpTerraformRun> {
  const { held, operation, configurationVersionId } = asked;
  for (let attempt = 1; ; attempt += 1) {
    const at = context.clock.now();
    try {
      return await held.client.createRun(
        {
          workspaceId: held.workspace.id,
          message,
          ...RUN_INPUTS[operation],
          ...(configurationVersionId && { configurationVersionId }),
        },
        { signal: waitingSignal(context) },
      );
    } catch (error) {
      if (!isUncertain(error)) {
        throw error;
      }
      context.logger.warn(
        `${held.fullName}: HCP Terraform has not said whether it has started the run: looking for it`,
      );
      const found = await findPatiently(asked, message, context, at);
      if (found) {
        return found;
      }
      if (attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}

/** What is refused for its rate has not been done. */
function isUncertain(error: unknown): boolean {
  return (
    error instanceof HcpTerraformError &&
    error.kind === 'unavailable' &&
    error.status !== 429
  );
}

/** Looks until it cannot be under way any more. */
async function findPatiently(
  asked: AskedRun,
  message: string,
  context: RunContext,
  askedAt: number,
): Promise<HcpTerraformRun | undefined> {
  const { clock } = context;
  const signal = waitingSignal(context);
  for (let look = 0; ; look += 1) {
    const wait = Math.min(
      LOOK_AGAIN_MS[look] ?? 0,
      askedAt + IN_FLIGHT_MS - clock.now(),
    );
    const isLast = wait <= 0;
    const found = await findStartedRun(asked, message, {
      thoroughly: look === 0 || isLast,
      signal,
    });
    if (found || isLast) {
      return found;
    }
    await clock.pause(wait, signal);
  }
}
