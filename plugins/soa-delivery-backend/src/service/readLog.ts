import { stripVTControlCharacters } from 'node:util';
import { NotFoundError } from '@backstage/errors';
import type { RolloutLog } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import type { RolloutRecord } from '../store';

const LONGEST = 100_000;

/** HCP Terraform frames what it has of a log: STX before it, ETX behind its end. */
const FRAME = ['\u0002', '\u0003'];

/**
 * What Terraform has printed in the newest run of a placement: of the phase in which
 * it ended, or is.
 *
 * @throws NotFoundError if there is no such placement, run or log
 */
export async function readLog(
  { targets }: RolloutRecord,
  key: string,
  { hcpTerraform }: { hcpTerraform: HcpTerraform },
): Promise<RolloutLog> {
  const target = targets.find(({ placement }) => placement.key === key);
  const runId = target?.runId ?? target?.pastRuns.at(-1)?.id;
  if (!target || !runId) {
    throw new NotFoundError(`There is no run of ${key} in this rollout`);
  }
  const [, organization] = target.placement.workspace.split('/').reverse();
  const client = hcpTerraform.client(organization);
  const run = await client.getRun(runId);
  const applied = run?.applyId && (await client.readLog('apply', run.applyId));
  const text =
    applied || (run?.planId && (await client.readLog('plan', run.planId)));
  if (!text) {
    throw new NotFoundError(
      `HCP Terraform has no log of the run ${runId}, or the portal's token may not read it: look at the run there`,
    );
  }
  const plain = FRAME.reduce(
    (rest, mark) => rest.replaceAll(mark, ''),
    stripVTControlCharacters(text),
  );
  return {
    runId,
    phase: applied ? 'apply' : 'plan',
    text: plain.slice(-LONGEST),
    isTruncated: plain.length > LONGEST,
  };
}
