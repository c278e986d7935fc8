import type { AccessEntry, EntryChange } from '../store';

/** The end of what was asked for, for a reason that people can read. */
export function failAll(
  entries: readonly Pick<AccessEntry, 'workspace' | 'state' | 'revision'>[],
  reason: string,
): EntryChange[] {
  return entries.map(({ workspace, state, revision }) => ({
    workspace,
    whenState: state,
    whenRevision: revision,
    to: { state: 'failed', reason: `${reason}.`, suspects: undefined },
  }));
}
