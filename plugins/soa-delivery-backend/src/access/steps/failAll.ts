import type { AccessEntry, EntryChange } from '../store';

/** The end of what was asked for, for a reason that people can read. */
export function failAll(
  entries: readonly Pick<AccessEntry, 'workspace' | 'state'>[],
  reason: string,
): EntryChange[] {
  return entries.map(({ workspace, state }) => ({
    workspace,
    whenState: state,
    to: { state: 'failed', reason: `${reason}.` },
  }));
}
