import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workspaceEntityRef } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { placementKey, worstFirst } from '../placements';
import { PlacementStateBadge } from '../state/PlacementStateBadge';
import { soaAccountsTranslationRef } from '../translation';
import type { MatrixBy } from './matrixRows';
import { MOST_IN_CELL } from './matrixSizes';
import { matrixStyles } from './matrixStyles';

/**
 * What a service has in an account or Region; what is not as declared stands out.
 * Each goes to its workspace, or to its service where there is none.
 *
 * Links are the router's: hundreds of them are drawn anew while somebody scrolls.
 */
export function MatrixCell(props: {
  items: readonly PlacementItem[];
  by: MatrixBy;
  pathOf: (entityRef: string) => string;
}) {
  const { items, by, pathOf } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const shown =
    items.length > MOST_IN_CELL + 1
      ? worstFirst(items).slice(0, MOST_IN_CELL)
      : items;
  return (
    <>
      {shown.map(item => {
        const { environment, account, region, runtime, state } = item;
        const where = by === 'account' ? region : account.name ?? account.id;
        const text = [environment, where, runtime, item.cell]
          .filter(part => part)
          .join(' · ');
        const target = item.workspace
          ? workspaceEntityRef(item.workspace.id)
          : item.componentRef;
        return (
          <div key={placementKey(item)} style={matrixStyles.line}>
            <Link to={pathOf(target)} title={text} style={matrixStyles.link}>
              {text}
            </Link>
            {state !== 'in-sync' && <PlacementStateBadge state={state} />}
          </div>
        );
      })}
      {shown.length < items.length && (
        <div style={matrixStyles.line}>
          <Link to={pathOf(items[0].componentRef)} style={matrixStyles.link}>
            {t('matrix.more', { count: items.length - shown.length })}
          </Link>
        </div>
      )}
    </>
  );
}
