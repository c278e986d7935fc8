import type { TargetChange, TargetRecord } from '../store';
import { followRun } from './followRun';
import { findWorkspace, upload } from './prepareWorkspace';
import { requestRun } from './requestRun';
import type { TargetContext } from './TargetContext';

/**
 * Takes a target one step further. Whatever is written outside can be found
 * again, so that a step that is cut off can be taken again.
 *
 * @returns what has changed, which is nothing if it has to wait; `undefined` if
 *   it is not known yet whether what has failed before works now
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
    case 'confirming':
    case 'applying':
      return followRun(target, context);
    default:
      return {};
  }
}
