import { accessWork, RESOURCES_OF_ENTRY } from '../../effects';
import type { AccessMap, Effects } from '../../effects';
import type { HcpRun, HcpWorkspace } from '../HcpState';
import type { ConfiguredPlacement } from './configuredPlacement';
import { workOf } from './workOf';
import type { Work } from './workOf';

/** What a run has to do, with the roles that an access workspace makes. */
export function workWithAccess(
  workspace: HcpWorkspace,
  run: HcpRun,
  placement: ConfiguredPlacement & { effects: Effects },
): Work {
  const work = workOf(workspace, run, placement);
  const given = workspace.access ?? {};
  const wanted = run.refreshOnly ? given : placement.access ?? {};
  if (run.isDestroy) {
    const { calls } = accessWork(placement.context.account, given, {});
    return {
      ...work,
      calls: [...calls, ...work.calls],
      leaves: { ...work.leaves, access: {} },
    };
  }
  const access = accessWork(placement.context.account, given, wanted);
  const others =
    work.leaves.resourceCount - (work.hasChanges ? 0 : size(given));
  return {
    plan: {
      ...work.plan,
      add: work.plan.add + access.plan.add,
      change: work.plan.change + access.plan.change,
      destroy: work.plan.destroy + access.plan.destroy,
    },
    hasChanges: work.hasChanges || access.calls.length > 0,
    calls: [...work.calls, ...access.calls],
    leaves: {
      ...work.leaves,
      access: wanted,
      resourceCount: others + size(wanted),
    },
  };
}

function size(access: AccessMap): number {
  return Object.keys(access).length * RESOURCES_OF_ENTRY;
}
