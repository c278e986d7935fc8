import type { TargetChange, TargetRecord } from '../store';
import { deleteWorkspace } from './deleteWorkspace';
import { endRun } from './endRun';
import { failed } from './failed';
import { followRun } from './followRun';
import { isEnding } from './isEnding';
import { prepare } from './prepare';
import { requestRun } from './requestRun';
import type { TargetContext } from './TargetContext';
import { upload } from './upload';

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
  if (isEnding(context.rollout, target)) {
    return endRun(target, context);
  }
  switch (target.state) {
    case 'preparing':
      return accessFailure(target, context) ?? prepare(target, context);
    case 'uploading':
      return target.configurationVersionId || isDestroying(target, context)
        ? requestRun(target, context)
        : upload(target, context);
    case 'planning':
    case 'confirming':
    case 'applying':
      return followRun(target, context);
    case 'deleting':
      return deleteWorkspace(target, context);
    default:
      return {};
  }
}

/** What is destroyed needs no configuration but the one in place. */
function isDestroying(
  { phase }: TargetRecord,
  { rollout }: TargetContext,
): boolean {
  return rollout.operation === 'destroy' || phase === 'destroy';
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
