import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { WorkspaceOutput } from '@backstage-soa/plugin-soa-common';
import { OutputValue } from '@backstage-soa/plugin-soa-react';
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
            <div style={{ overflowWrap: 'anywhere' }}>
              {sensitive ? (
                <Text>{t('outputs.sensitive')}</Text>
              ) : (
                <OutputValue value={value} />
              )}
            </div>
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
