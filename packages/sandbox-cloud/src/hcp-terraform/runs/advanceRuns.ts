import type { CloudTrailRecord } from '../../cloudtrail';
import {
  CALL_SPACING_MS,
  effectsOf,
  refreshCalls,
  runRecords,
} from '../../effects';
import { TERRAFORM_ORGANIZATION } from '../../organisation';
import type { HcpRun, HcpState, HcpWorkspace } from '../HcpState';
import { assumeRoleError, NOT_AUTHORIZED } from '../roles';
import { configuredPlacement } from './configuredPlacement';
import { hasEnded } from './hasEnded';
import { workWithAccess } from './workWithAccess';

/** How long a run keeps a status before it goes on by itself: milliseconds. */
const STEPS: Record<string, { next: string; after: number }> = {
  pending: { next: 'plan_queued', after: 200 },
  plan_queued: { next: 'planning', after: 300 },
  planning: { next: 'planned', after: 1_500 },
  confirmed: { next: 'apply_queued', after: 200 },
  apply_queued: { next: 'applying', after: 300 },
  applying: { next: 'applied', after: 2_000 },
};

/** What does not become of a run that is to fail. */
const FAILURES: Record<string, string> = {
  'run-errors': 'planned',
  'apply-errors': 'applied',
};

const REFUSED =
  'Error: the sandbox cloud has this run fail\n\nIt was asked to: AWS would have said why.';

const NOT_KNOWN =
  'Error: nothing is known of this placement\n\nThe configuration has no placement of this workspace, or one of a runtime that the sandbox cloud does not know.';

/**
 * Brings every run to where it is by now. What an apply does to the state and
 * to CloudTrail happens with the step to `applied`, so that it happens once.
 *
 * A workspace does one run at a time; runs that only plan wait for nobody, and
 * nobody waits for them.
 *
 * @param speed - how much faster than real runs go by
 * @param entered - hears of each status that a run gets
 * @returns what CloudTrail saw; `undefined` if nothing changed
 */
export function advanceRuns(
  state: HcpState,
  now: number,
  speed: number,
  entered: (workspace: HcpWorkspace, run: HcpRun) => void = () => {},
): CloudTrailRecord[] | undefined {
  const records: CloudTrailRecord[] = [];
  const busy = new Set<string>();
  let changed = false;
  for (const run of state.runs) {
    if (hasEnded(run) || (!run.planOnly && busy.has(run.workspaceId))) {
      continue;
    }
    if (!run.planOnly) {
      busy.add(run.workspaceId);
    }
    const dueAt = () => run.since + STEPS[run.status].after / speed;
    while (STEPS[run.status] && !hangs(run) && dueAt() <= now) {
      const workspace = state.workspaces.find(
        ({ id }) => id === run.workspaceId,
      )!;
      enter(state, workspace, run, STEPS[run.status].next, dueAt(), records);
      entered(workspace, run);
      changed = true;
    }
  }
  return changed ? records : undefined;
}

function hangs({ oddity, status }: HcpRun): boolean {
  return oddity === 'run-hangs' && status === 'planning';
}

function enter(
  state: HcpState,
  workspace: HcpWorkspace,
  run: HcpRun,
  status: string,
  at: number,
  records: CloudTrailRecord[],
): void {
  run.status = status;
  run.since = at;
  if (status === 'applying') {
    run.applyingAt = at;
  }
  if (status !== 'planned' && status !== 'applied') {
    return;
  }
  const placement = readPlacement(state, workspace, run);
  const effects = placement && effectsOf(placement.context);
  if (!placement || !effects || FAILURES[run.oddity ?? ''] === status) {
    run.status = 'errored';
    run.error ??= run.oddity ? REFUSED : NOT_KNOWN;
    return;
  }
  const phase = {
    run: {
      id: run.id,
      organization: TERRAFORM_ORGANIZATION,
      project: state.projects.find(({ id }) => id === workspace.projectId)!
        .name,
      workspace: workspace.name,
    },
    context: placement.context,
  };
  const refusal = assumeRoleError(
    state,
    workspace,
    status === 'planned' ? 'plan' : 'apply',
  );
  if (refusal) {
    run.status = 'errored';
    run.error = refusal;
    records.push(
      ...runRecords({
        ...phase,
        phase: status === 'planned' ? 'plan' : 'apply',
        calls: [],
        time: at,
        refusal: NOT_AUTHORIZED,
      }),
    );
    return;
  }
  const work = workWithAccess(workspace, run, { ...placement, effects });
  // The calls were made during the phase that has ended, not after.
  const startOf = (phaseCalls: readonly unknown[]) =>
    at - phaseCalls.length * CALL_SPACING_MS;
  if (status === 'planned') {
    run.plan = work.plan;
    run.plannedAt = at;
    if (run.planOnly || !work.hasChanges) {
      run.status = 'planned_and_finished';
    } else if (run.autoApply) {
      run.status = 'confirmed';
    }
    if (run.oddity === 'policy-fails') {
      run.status = 'errored';
    }
    const reads = refreshCalls(workspace.outputs);
    records.push(
      ...runRecords({
        ...phase,
        phase: 'plan',
        calls: reads,
        time: startOf(reads),
      }),
    );
    return;
  }
  const { calls } = work;
  Object.assign(workspace, work.leaves, {
    changedAt: at,
    stateSerial: (workspace.stateSerial ?? 0) + 1,
    drift: undefined,
  });
  records.push(
    ...runRecords({ ...phase, phase: 'apply', calls, time: startOf(calls) }),
  );
}

/** Variables that Terraform cannot read end its run. */
function readPlacement(state: HcpState, workspace: HcpWorkspace, run: HcpRun) {
  try {
    return configuredPlacement(state, workspace, run);
  } catch (error) {
    run.error = `Error: Invalid value for input variable: ${error}`;
    return undefined;
  }
}
