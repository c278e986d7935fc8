import { effectsOf } from '../../effects';
import type { HcpRun, HcpState, HcpWorkspace } from '../HcpState';
import { configuredPlacement } from './configuredPlacement';

/** The addresses that the runtime of a run's placement has; none if it is not known. */
export function resourcesOf(
  state: HcpState,
  workspace: HcpWorkspace,
  run: HcpRun,
): string[] {
  try {
    const placement = configuredPlacement(state, workspace, run);
    return (placement && effectsOf(placement.context)?.resources) ?? [];
  } catch {
    return [];
  }
}
