import type { TargetChange, TargetRecord } from '../store';
import { confirm, followApply, followPlan } from './followRun';
import { findWorkspace, upload } from './prepareWorkspace';
import { requestRun } from './requestRun';
import type { TargetContext } from './TargetContext';

/**
 * Takes a target one step further. Whatever is written outside can be found
 * again, so that a step that is cut off can be taken again.
 *
 * @returns what has changed; nothing if it has to wait
 */
export async function advanceTarget(
  target: TargetRecord,
  context: TargetContext,
): Promise<TargetChange | undefined> {
  switch (target.state) {
    case 'waiting':
      return findWorkspace(target, context);
    case 'uploading':
      return target.configurationVersionId
        ? requestRun(target, context)
        : upload(target, context);
    case 'planning':
      return followPlan(target, context);
    case 'confirming':
      return confirm(target, context);
    case 'applying':
      return followApply(target, context);
    default:
      return undefined;
  }
}
