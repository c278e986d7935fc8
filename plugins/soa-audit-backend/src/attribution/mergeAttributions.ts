import type { Attribution } from '@backstage-soa/plugin-soa-common';

/**
 * What is known of whose an event is, and what was known once: a workspace that
 * is destroyed, renamed or given away takes nobody's past with it. Each entity
 * once, by the strongest rule that ever held.
 */
export function mergeAttributions(
  now: readonly Attribution[],
  before: readonly Attribution[],
): Attribution[] {
  const strongest = new Map<string, Attribution>();
  for (const attribution of [...now, ...before]) {
    const { entityRef, confidence } = attribution;
    const known = strongest.get(entityRef);
    if (!known || known.confidence < confidence) {
      strongest.set(entityRef, attribution);
    }
  }
  // In one order, whatever was known first: an event that says the same is one
  // that has not changed.
  return [...strongest.values()].sort(
    (a, b) =>
      b.confidence - a.confidence || (a.entityRef < b.entityRef ? -1 : 1),
  );
}
