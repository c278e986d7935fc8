import { Link } from 'react-router-dom';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { organizationalUnitEntityRef } from '@backstage-soa/plugin-soa-common';
import { useEntityPath } from '@backstage-soa/plugin-soa-react';
import { serviceName } from '../filters';
import { soaAccountsTranslationRef } from '../translation';
import type { TreeNode } from './organisationTree';
import { treeStyles } from './treeStyles';
import type { TreeRow } from './visibleRows';

/** What a row stands for, as deep as it is in the tree. */
export function TreeName(props: {
  row: TreeRow;
  /** Whether the row is the one that the tab key goes to. */
  isActive: boolean;
  onToggle: () => void;
}) {
  const { row, isActive, onToggle } = props;
  const { node, level, isExpanded } = row;
  const pathOf = useEntityPath();
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const entityRef = entityRefOf(node);
  const name =
    node.kind === 'service' ? serviceName(node.componentRef) : node.name;
  return (
    <div style={{ paddingLeft: (level - 1) * 20 }}>
      {isExpanded === undefined ? (
        <span style={{ display: 'inline-block', width: 24 }} />
      ) : (
        <button
          type="button"
          // The row itself opens and closes with the keyboard, and says so.
          tabIndex={-1}
          aria-hidden="true"
          title={t('organisation.expand')}
          onClick={onToggle}
          style={treeStyles.toggle}
        >
          {isExpanded ? '▾' : '▸'}
        </button>
      )}
      {entityRef ? (
        <Link
          to={pathOf(entityRef)}
          tabIndex={isActive ? 0 : -1}
          style={treeStyles.link}
        >
          {name}
        </Link>
      ) : (
        name
      )}
      {node.kind === 'account' && node.name !== node.id && (
        <span style={treeStyles.quiet}> {node.id}</span>
      )}
    </div>
  );
}

function entityRefOf(node: TreeNode): string | undefined {
  switch (node.kind) {
    case 'unit':
      return organizationalUnitEntityRef(node.id);
    case 'account':
      return node.account.entityRef;
    case 'service':
      return node.componentRef;
    default:
      return undefined;
  }
}
