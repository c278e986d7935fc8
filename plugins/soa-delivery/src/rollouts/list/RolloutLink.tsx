import { Link } from '@backstage/ui';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Time } from '@backstage-soa/plugin-soa-react';
import type { RolloutSummary } from '@backstage-soa/plugin-soa-common';
import { rolloutRouteRef } from '../../routes';

/** To the page of a rollout, by the time at which it was started. */
export function RolloutLink({ rollout }: { rollout: RolloutSummary }) {
  const path = useRouteRef(rolloutRouteRef);
  return (
    <Link href={path({ id: rollout.id })}>
      <Time iso={rollout.createdAt} />
    </Link>
  );
}
