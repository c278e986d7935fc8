import type { ApiCall } from '../../cloudtrail';
import { destroyCalls } from '../../effects';
import type { Effects } from '../../effects';
import type { HcpRun, HcpWorkspace } from '../HcpState';
import type { ConfiguredPlacement } from './configuredPlacement';

/** What a run has to do. */
export interface Work {
  plan: Required<HcpRun['plan']>;
  hasChanges: boolean;
  /** What applying it calls. */
  calls: ApiCall[];
  /** What the workspace holds afterwards. */
  leaves: Pick<
    HcpWorkspace,
    'access' | 'applied' | 'outputs' | 'resourceCount'
  >;
}

const NOTHING = { add: 0, change: 0, destroy: 0, import: 0 };

/** What a run has to do in its workspace, as that is now. */
export function workOf(
  workspace: HcpWorkspace,
  run: HcpRun,
  placement: ConfiguredPlacement & { effects: Effects },
): Work {
  const { content, imports, effects } = placement;
  const { applied, drift, outputs, resourceCount } = workspace;
  const isNew = resourceCount === 0;
  if (run.isDestroy) {
    return {
      plan: { ...NOTHING, destroy: resourceCount },
      hasChanges: !isNew,
      calls: destroyCalls(effects.create),
      leaves: { applied: undefined, outputs: {}, resourceCount: 0 },
    };
  }
  if (run.refreshOnly || (!isNew && !drift && applied === content)) {
    return {
      plan: NOTHING,
      hasChanges: false,
      calls: [],
      leaves: { applied, outputs, resourceCount },
    };
  }
  const calls = isNew ? effects.create : effects.update;
  return {
    plan: isNew
      ? { ...NOTHING, add: effects.resources.length - imports, import: imports }
      : { ...NOTHING, change: calls.length },
    hasChanges: true,
    calls,
    leaves: {
      applied: content,
      outputs: effects.outputs,
      resourceCount: effects.resources.length,
    },
  };
}
