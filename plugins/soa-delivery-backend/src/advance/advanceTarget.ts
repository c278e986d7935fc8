import type { TargetChange, TargetRecord } from '../store';
import { failed } from './failed';
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
      return accessFailure(target, context) ?? findWorkspace(target, context);
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

/** One that has to wait for its access does not get here. */
function accessFailure(
  { placement }: TargetRecord,
  { holds }: TargetContext,
): TargetChange | undefined {
  const access = holds.of(placement);
  return access?.state === 'failed'
    ? failed(
        `There is no deploy access for ${placement.workspace}: ${
          access.reason ?? 'it failed.'
        }`,
      )
    : undefined;
}
