import type { GuardRail } from '@backstage-soa/plugin-soa-common';

/** A policy, with the names of all that it is attached to. */
export type AttachedGuardRail = Omit<GuardRail, 'attachedTo'> & {
  places: string[];
};

/**
 * One row for each policy: AWS attaches its own to every root, unit and account. What
 * the organisation has written itself comes first.
 */
export function mergeAttachments(
  items: readonly GuardRail[],
): AttachedGuardRail[] {
  const merged = new Map<string, AttachedGuardRail>();
  for (const { attachedTo, ...policy } of items) {
    const known = merged.get(policy.id);
    if (known) {
      known.places.push(attachedTo.name);
    } else {
      merged.set(policy.id, { ...policy, places: [attachedTo.name] });
    }
  }
  const all = [...merged.values()];
  return [
    ...all.filter(({ isAwsManaged }) => !isAwsManaged),
    ...all.filter(({ isAwsManaged }) => isAwsManaged),
  ];
}
