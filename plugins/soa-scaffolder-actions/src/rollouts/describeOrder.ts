import type { RolloutStagePreview } from '@backstage-soa/plugin-soa-common';

// What is read in a log.
const NAMED = 10;

/** In which order placements would be applied, in words. */
export function describeOrder(stages: readonly RolloutStagePreview[]): string {
  return stages
    .flatMap(({ approvers, waves }) =>
      waves.map((keys, wave) =>
        wave === 0 && approvers
          ? `${describe(keys)} (once ${approvers} approves)`
          : describe(keys),
      ),
    )
    .join(', and then to ');
}

function describe(keys: readonly string[]): string {
  return keys.length > NAMED
    ? `${keys.slice(0, NAMED).join(', ')} and ${keys.length - NAMED} more`
    : keys.join(', ');
}
