import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Workspace } from '@backstage-soa/plugin-soa-common';
import {
  CellLines,
  EntityLink,
  ExternalLink,
  Time,
} from '@backstage-soa/plugin-soa-react';
import { PagingControls, usePaging } from '../paging';
import { soaAccountsTranslationRef } from '../translation';

const PAGE_SIZE = 10;

/** Workspaces, with what they hold and their last run. */
export function WorkspacesTable(props: { workspaces: readonly Workspace[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const paging = usePaging(props.workspaces, PAGE_SIZE);
  const columns = useMemo(
    (): ColumnConfig<Workspace>[] => [
      {
        id: 'name',
        label: t('column.workspace'),
        isRowHeader: true,
        minWidth: 180,
        width: '2fr',
        cell: ({ name, organization, entityRef }) => (
          <CellLines
            title={<EntityLink entityRef={entityRef}>{name}</EntityLink>}
            detail={organization}
          />
        ),
      },
      {
        id: 'service',
        label: t('column.service'),
        minWidth: 120,
        width: '1fr',
        cell: ({ componentRef }) => (
          <Cell>
            {componentRef ? (
              <EntityLink entityRef={componentRef} />
            ) : (
              <Text>–</Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'run',
        label: t('column.run'),
        minWidth: 110,
        width: '1fr',
        cell: ({ currentRun }) => (
          <Cell>
            {currentRun ? (
              <ExternalLink href={currentRun.url}>
                {currentRun.status}
              </ExternalLink>
            ) : (
              <Text>–</Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'applied',
        label: t('column.lastApplied'),
        minWidth: 150,
        width: '1fr',
        cell: ({ lastAppliedAt }) => (
          <Cell>
            <Text>{lastAppliedAt ? <Time iso={lastAppliedAt} /> : '–'}</Text>
          </Cell>
        ),
      },
      {
        id: 'resources',
        label: t('column.resources'),
        minWidth: 90,
        width: '1fr',
        cell: ({ resourceCount }) => (
          <CellText title={resourceCount?.toString() ?? '–'} />
        ),
      },
    ],
    [t],
  );
  return (
    <>
      <Table
        columnConfig={columns}
        data={[...paging.shown]}
        pagination={{ type: 'none' }}
      />
      <PagingControls paging={paging} />
    </>
  );
}
