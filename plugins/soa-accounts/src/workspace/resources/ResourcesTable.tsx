import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceResource } from '@backstage-soa/plugin-soa-common';
import { Time } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../../translation';

/** A page of resources, by their addresses. */
export function ResourcesTable(props: { items: readonly WorkspaceResource[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const columns = useMemo(
    (): ColumnConfig<WorkspaceResource & { id: string }>[] => [
      {
        id: 'address',
        label: t('resources.address'),
        minWidth: 300,
        isRowHeader: true,
        cell: ({ address }) => (
          <Cell>
            <Text style={{ overflowWrap: 'anywhere' }}>{address}</Text>
          </Cell>
        ),
      },
      {
        id: 'type',
        label: t('resources.type'),
        minWidth: 180,
        cell: ({ type }) => <CellText title={type ?? '–'} />,
      },
      {
        id: 'provider',
        label: t('resources.provider'),
        minWidth: 120,
        cell: ({ provider }) => <CellText title={provider ?? '–'} />,
      },
      {
        id: 'updated',
        label: t('resources.updated'),
        minWidth: 150,
        cell: ({ updatedAt }) => (
          <Cell>
            <Text>{updatedAt ? <Time iso={updatedAt} /> : '–'}</Text>
          </Cell>
        ),
      },
    ],
    [t],
  );
  return (
    <Table
      columnConfig={columns}
      data={props.items.map((item, index) => ({
        ...item,
        id: `${index} ${item.address}`,
      }))}
      pagination={{ type: 'none' }}
    />
  );
}
