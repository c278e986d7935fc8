import { useCallback, useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EmptyState } from '@backstage-soa/plugin-soa-react';
import { TableHead } from '../page';
import { soaAccountsTranslationRef } from '../translation';
import { AccountsCsvButton } from './AccountsCsvButton';
import { contentsOf } from './contentsOf';
import { OrganisationTable } from './OrganisationTable';
import type { OrganisationNode, TreeNode } from './organisationTree';
import { visibleRows } from './visibleRows';
import type { TreeRow } from './visibleRows';

/** The tree of what filters leave; what is sought is open. */
export function OrganisationContent(props: {
  roots: readonly OrganisationNode[];
  isNarrowed: boolean;
  /** Whether there is nothing without filters either. */
  isEmpty: boolean;
}) {
  const { roots, isNarrowed, isEmpty } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(
    () =>
      visibleRows(
        roots,
        node => isOpenAtFirst(node, isNarrowed) !== toggled.has(node.id),
      ),
    [roots, isNarrowed, toggled],
  );
  const toggle = useCallback(
    ({ node: { id } }: TreeRow) =>
      setToggled(before => {
        const next = new Set(before);
        if (!next.delete(id)) {
          next.add(id);
        }
        return next;
      }),
    [],
  );
  if (rows.length === 0) {
    return (
      <EmptyState
        title={t('organisation.empty')}
        description={t(
          isEmpty ? 'organisation.emptyAll' : 'organisation.emptyFiltered',
        )}
      />
    );
  }
  const { accounts, services } = contentsOf(roots);
  return (
    <>
      <TableHead
        counts={t('organisation.counts', {
          accounts: t('organisation.accounts', { count: accounts }),
          services: t('matrix.services', { count: services.size }),
        })}
      >
        <AccountsCsvButton roots={roots} />
      </TableHead>
      <OrganisationTable rows={rows} onToggle={toggle} />
    </>
  );
}

function isOpenAtFirst({ kind }: TreeNode, isNarrowed: boolean): boolean {
  return kind === 'organisation' || (kind === 'unit' && isNarrowed);
}
