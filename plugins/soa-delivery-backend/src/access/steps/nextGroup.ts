import type { AccessEntry } from '../store';

/** One entry at fault makes two at most: only one of two halves has it. */
const RUNS_IN_A_ROW = 3;

/**
 * Those that the next run is for: all that were just asked for, or some that were
 * in a run that failed. Whoever waits longest comes first, so that neither keeps
 * the other waiting for ever.
 *
 * @param requested - at least one
 * @param failedRuns - so many have failed in a row
 * @returns nobody, if the next run is to tell whether it is due to them at all
 */
export function nextGroup(
  requested: readonly AccessEntry[],
  failedRuns: number,
): AccessEntry[] {
  if (
    failedRuns >= RUNS_IN_A_ROW &&
    requested.some(({ suspects }) => suspects)
  ) {
    return [];
  }
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
