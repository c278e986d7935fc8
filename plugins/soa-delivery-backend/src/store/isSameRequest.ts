import { isDeepStrictEqual } from 'node:util';
import type { RolloutRequest } from '@backstage-soa/plugin-soa-common';
import type { RolloutRecord } from './RolloutRecord';

/** Whether a rollout is what is asked for. */
export function isSameRequest(
  { componentRef, source, placements }: RolloutRequest,
  rollout: RolloutRecord,
): boolean {
  return (
    componentRef === rollout.componentRef &&
    source.url === rollout.sourceUrl &&
    isDeepStrictEqual(
      // As it is kept: without what is undefined.
      JSON.parse(JSON.stringify(placements)),
      rollout.targets.map(({ placement }) => placement),
    )
  );
}
