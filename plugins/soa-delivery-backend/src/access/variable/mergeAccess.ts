import type { AccessBatch, AccessEntry, AccessGrant } from '../store';
import type { AccessMap } from './accessVariable';

/**
 * What the variable is to hold: all that was applied, and what the batch gives
 * and takes. Entries that are nobody's here stay as they are.
 *
 * @param entries - those of the account that are known here
 * @param options - `withdraw`: whether the batch was refused, and goes out again
 */
export function mergeAccess(
  found: AccessMap,
  entries: readonly Pick<AccessEntry, 'workspace' | 'applied'>[],
  batch: AccessBatch,
  options: { withdraw: boolean },
): AccessMap {
  const merged = new Map(Object.entries(found));
  const applied = new Map(
    entries.map(entry => [entry.workspace, entry.applied]),
  );
  const put = (workspace: string, grant: AccessGrant | null | undefined) =>
    grant ? merged.set(workspace, grant) : merged.delete(workspace);
  for (const [workspace, grant] of applied) {
    if (grant) {
      put(workspace, grant);
    }
  }
  for (const [workspace, grant] of Object.entries(batch.grants)) {
    put(workspace, options.withdraw ? applied.get(workspace) : grant);
  }
  return Object.fromEntries(merged);
}
