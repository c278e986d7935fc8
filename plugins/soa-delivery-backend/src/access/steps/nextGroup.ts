import type { AccessEntry } from '../store';

/**
 * Those that the next run is for: all that were just asked for, or some that were
 * in a run that failed. Whoever waits longest comes first, so that neither keeps
 * the other waiting for ever.
 *
 * @param requested - at least one
 */
export function nextGroup(requested: readonly AccessEntry[]): AccessEntry[] {
  const groups = new Map<string, AccessEntry[]>();
  for (const entry of requested) {
    const name = entry.suspects ?? '';
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  const queue = [...groups].map(([name, group]) => ({
    group,
    place: [group.map(({ queuedAt }) => queuedAt).sort()[0], name].join(' '),
  }));
  return queue.reduce((first, one) => (one.place < first.place ? one : first))
    .group;
}
