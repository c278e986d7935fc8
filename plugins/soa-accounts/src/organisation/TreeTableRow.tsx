import { memo } from 'react';
import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntityPath } from '@backstage-soa/plugin-soa-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { worstFirst } from '../placements';
import { AccountStateBadge } from '../state/AccountStateBadge';
import { PlacementStateBadge } from '../state/PlacementStateBadge';
import { soaAccountsTranslationRef } from '../translation';
import type { ServiceNode, TreeNode } from './organisationTree';
import { TreeName } from './TreeName';
import { ROW, treeStyles } from './treeStyles';
import type { TreeRow } from './visibleRows';

function NodeRow(props: {
  row: TreeRow;
  /** Among all rows that are not hidden, from 0. */
  index: number;
  isActive: boolean;
  onToggle: (row: TreeRow) => void;
}) {
  const { row, index, isActive, onToggle } = props;
  const { node, level, position, siblings, isExpanded } = row;
  return (
    <tr
      role="row"
      data-row={index}
      aria-rowindex={index + 2}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={isExpanded}
      tabIndex={isActive ? 0 : -1}
      style={{ height: ROW, scrollMarginTop: ROW }}
    >
      <th role="rowheader" scope="row" style={treeStyles.cell}>
        <TreeName
          row={row}
          isActive={isActive}
          onToggle={() => onToggle(row)}
        />
      </th>
      <td role="gridcell" style={treeStyles.cell}>
        <State node={node} />
      </td>
      <td role="gridcell" style={treeStyles.cell}>
        {node.kind === 'account' && (
          <Owner owner={node.account.owner} isActive={isActive} />
        )}
      </td>
      <td role="gridcell" style={treeStyles.cell}>
        {environmentOf(node)}
      </td>
      <td role="gridcell" style={treeStyles.cell}>
        <Runs node={node} />
      </td>
    </tr>
  );
}

/** A row of the tree. */
export const TreeTableRow = memo(NodeRow);

function State({ node }: { node: TreeNode }) {
  if (node.kind === 'account') {
    return <AccountStateBadge state={node.account.state} />;
  }
  if (node.kind === 'service') {
    const [worst] = worstFirst(node.items);
    return <PlacementStateBadge state={worst?.state ?? 'in-sync'} />;
  }
  return null;
}

function Owner(props: { owner: string | undefined; isActive: boolean }) {
  const { owner, isActive } = props;
  const pathOf = useEntityPath();
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  if (!owner) {
    return <span style={treeStyles.quiet}>{t('organisation.nobody')}</span>;
  }
  return (
    <Link
      to={pathOf(owner)}
      tabIndex={isActive ? 0 : -1}
      style={treeStyles.link}
    >
      {parseEntityRef(owner).name}
    </Link>
  );
}

function Runs({ node }: { node: TreeNode }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  if (node.kind === 'service') {
    return <>{whereIn(node)}</>;
  }
  const services = t('matrix.services', { count: node.services.size });
  return (
    <>
      {node.kind === 'account'
        ? t('matrix.counts', {
            services,
            placements: t('matrix.placements', { count: node.placements }),
          })
        : t('organisation.counts', {
            accounts: t('organisation.accounts', { count: node.accounts }),
            services,
          })}
    </>
  );
}

function environmentOf(node: TreeNode): string | undefined {
  if (node.kind === 'account') {
    return node.account.environment;
  }
  return node.kind === 'service'
    ? unique(node.items.map(({ environment }) => environment))
    : undefined;
}

function whereIn({ items }: ServiceNode): string {
  const regions = unique(items.map(({ region }) => region));
  return `${regions} · ${unique(items.map(({ runtime }) => runtime))}`;
}

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(', ');
}
