import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { AskedRun } from './AskedRun';
import { waitingSignal } from './RunContext';
import type { RunContext } from './RunContext';

/**
 * Has a run apply what it has planned. Where somebody else was faster, or no
 * answer came, the next look at the run says what has become of it.
 */
export async function confirmRun(
  { held }: AskedRun,
  runId: string,
  context: RunContext,
): Promise<void> {
  const { client, fullName } = held;
  try {
    await context.audited(
      'run-confirm',
      { workspace: fullName, runId },
      async () => {
        await client.applyRun(
          runId,
          { comment: `Confirmed by Backstage, ${context.marker}` },
          { signal: waitingSignal(context) },
        );
        return {};
      },
    );
    context.logger.info(`${fullName}: confirmed the run ${runId}`);
  } catch (error) {
    if (!(error instanceof HcpTerraformError)) {
      throw error;
    }
    if (error.kind === 'not-found-or-not-allowed') {
      throw new HcpTerraformError(
        error.kind,
        `The run ${runId} has planned, and the portal's token may not apply it: confirm it in HCP Terraform, or give the token's team write access to ${fullName}`,
        error.status,
      );
    }
    if (error.kind !== 'conflict' && error.kind !== 'unavailable') {
      throw error;
    }
  }
}
