import type {
  HcpTerraformClient,
  HcpTerraformRun,
} from '@backstage-soa/plugin-soa-node';
import type { TargetRecord } from '../store';
import { runMarker } from './runMarker';
import { runPurpose } from './runPurpose';
import type { TargetContext } from './TargetContext';

/**
 * The run that was asked for and is not known: a run that is ours to confirm, as
 * anybody can write the words of its message.
 */
export async function findRun(
  target: TargetRecord,
  {
    client,
    rollout,
    signal,
  }: Pick<TargetContext, 'rollout' | 'signal'> & {
    client: Pick<HcpTerraformClient, 'listRuns'>;
  },
): Promise<HcpTerraformRun | undefined> {
  const { planOnly, isDestroy } = runPurpose(rollout, target);
  const runs = await client.listRuns(target.workspaceId!, { signal });
  return runs.find(
    run =>
      run.message?.endsWith(runMarker(target)) &&
      (isDestroy ||
        run.configurationVersionId === target.configurationVersionId) &&
      Boolean(run.planOnly) === planOnly &&
      Boolean(run.isDestroy) === isDestroy,
  );
}
