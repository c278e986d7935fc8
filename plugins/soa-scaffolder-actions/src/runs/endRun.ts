import { HcpTerraformError, runState } from '@backstage-soa/plugin-soa-node';
import type { AskedRun } from './AskedRun';
import type { RunContext } from './RunContext';

const ATTEMPTS = 3;

/**
 * Ends a run that nobody waits for any more, unless it has begun to apply: to
 * interrupt that can leave resources half made.
 *
 * @returns whether it has ended, and the sentence that says so
 */
export async function endRun(
  { held }: AskedRun,
  runId: string,
  context: Pick<RunContext, 'audited'> & { comment: string },
  signal: AbortSignal,
): Promise<{ hasEnded: boolean; sentence: string }> {
  const { client, fullName } = held;
  const input = { comment: context.comment };
  for (let attempt = 1; ; attempt += 1) {
    const run = await client.getRun(runId, { signal });
    const state = run && runState(run);
    const action = run?.isDiscardable ? 'discard' : 'cancel';
    const isOpen = state === 'planning' || state === 'confirming';
    const canEnd = run?.isDiscardable || run?.isCancelable;
    if (!isOpen || !canEnd || attempt > ATTEMPTS) {
      return {
        hasEnded: false,
        sentence: `The run ${runId} is left as it is (${
          run?.status ?? 'not to be found'
        }): see in HCP Terraform how it ends.`,
      };
    }
    try {
      await context.audited(
        `run-${action}`,
        { workspace: fullName, runId },
        async () => {
          await (action === 'discard'
            ? client.discardRun(runId, input, { signal })
            : client.cancelRun(runId, input, { signal }));
          return {};
        },
      );
      return {
        hasEnded: true,
        sentence: `The run ${runId} was ${action}ed, so that nothing of it is applied.`,
      };
    } catch (error) {
      // It has gone on meanwhile, or somebody was faster.
      if (!(error instanceof HcpTerraformError && error.kind === 'conflict')) {
        throw error;
      }
    }
  }
}
