import type { HcpRun } from '../HcpState';
import { applyStatus } from '../runs/phaseStatus';
import type { PlannedChange } from '../runs/plannedChanges';
import { bold, coloured, terraformLog } from './terraformLog';

const GREEN = 32;

const DONE: Record<string, string> = {
  create: 'Creation complete after 1s',
  update: 'Modifications complete after 1s',
  delete: 'Destruction complete after 1s',
};

/** What Terraform has printed of the apply of a run; empty before it has begun. */
export function applyLog(
  run: HcpRun,
  changes: readonly PlannedChange[],
  terraformVersion: string,
): string {
  const status = applyStatus(run);
  if (['pending', 'queued', 'unreachable'].includes(status)) {
    return '';
  }
  return terraformLog({
    terraformVersion,
    lines: status === 'finished' ? applyLines(run, changes) : [],
    error: status === 'errored' ? run.error : undefined,
    isEnded: status !== 'running',
  });
}

function applyLines({ plan }: HcpRun, changes: readonly PlannedChange[]) {
  const { add, change, destroy, import: imported = 0 } = plan;
  const counts = `${
    imported > 0 ? `${imported} imported, ` : ''
  }${add} added, ${change} changed, ${destroy} destroyed`;
  return [
    ...changes.flatMap(({ address, change: { actions } }) =>
      DONE[actions[0]] ? [`${bold(`${address}: ${DONE[actions[0]]}`)}`] : [],
    ),
    '',
    bold(coloured(GREEN, `Apply complete! Resources: ${counts}.`)),
  ];
}
