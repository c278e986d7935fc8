import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceOutput } from '@backstage-soa/plugin-soa-common';
import { PagingControls, usePaging } from '../../paging';
import { soaAccountsTranslationRef } from '../../translation';

const PAGE_SIZE = 25;

/** Outputs by their names, without the values of those that are sensitive. */
export function OutputsTable(props: { items: readonly WorkspaceOutput[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const paging = usePaging(props.items, PAGE_SIZE);
  const columns = useMemo(
    (): ColumnConfig<WorkspaceOutput & { id: string }>[] => [
      {
        id: 'name',
        label: t('outputs.name'),
        minWidth: 160,
        isRowHeader: true,
        cell: ({ name }) => <CellText title={name} />,
      },
      {
        id: 'value',
        label: t('outputs.value'),
        minWidth: 300,
        cell: ({ sensitive, value }) => (
          <Cell>
            <Text style={{ overflowWrap: 'anywhere' }}>
              {sensitive ? t('outputs.sensitive') : inWords(value)}
            </Text>
          </Cell>
        ),
      },
    ],
    [t],
  );
  return (
    <>
      <Table
        columnConfig={columns}
        data={paging.shown.map(output => ({ ...output, id: output.name }))}
        pagination={{ type: 'none' }}
      />
      <PagingControls paging={paging} />
    </>
  );
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value) ?? '–';
}
