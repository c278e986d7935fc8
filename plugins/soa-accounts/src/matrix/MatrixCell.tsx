import { Text } from '@backstage/ui';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { placementKey } from '../placements';
import { PlacementStateBadge } from '../state/PlacementStateBadge';
import type { MatrixBy } from './matrixRows';

/** What a service has in an account or Region; what is not as declared stands out. */
export function MatrixCell(props: {
  items: readonly PlacementItem[];
  by: MatrixBy;
}) {
  const { items, by } = props;
  return (
    <>
      {items.map(item => {
        const { environment, account, region, runtime, state } = item;
        const where = by === 'account' ? region : account.name ?? account.id;
        const parts = [environment, where, runtime, item.cell];
        return (
          <div key={placementKey(item)}>
            <Text variant="body-small">
              {parts.filter(part => part).join(' · ')}
            </Text>
            {state !== 'in-sync' && (
              <>
                {' '}
                <PlacementStateBadge state={state} />
              </>
            )}
          </div>
        );
      })}
    </>
  );
}
