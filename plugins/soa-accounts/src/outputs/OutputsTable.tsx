import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AccountLink,
  CellLines,
  OutputValue,
} from '@backstage-soa/plugin-soa-react';
import { PagingControls, usePaging } from '../paging';
import { soaAccountsTranslationRef } from '../translation';
import type { PlacedOutput } from './placedOutputs';

const PAGE_SIZE = 25;

/** Outputs by account and Region. */
export function OutputsTable({
  outputs,
}: {
  outputs: readonly PlacedOutput[];
}) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const paging = usePaging(outputs, PAGE_SIZE);
  const columns = useMemo(
    (): ColumnConfig<PlacedOutput>[] => [
      {
        id: 'account',
        label: t('column.account'),
        minWidth: 160,
        width: '1fr',
        cell: ({ account }) => (
          <Cell>
            <AccountLink account={account} />
          </Cell>
        ),
      },
      {
        id: 'region',
        label: t('column.region'),
        minWidth: 120,
        width: '1fr',
        cell: ({ region, environment }) => (
          <CellLines title={region} detail={environment} />
        ),
      },
      {
        id: 'output',
        label: t('column.output'),
        minWidth: 160,
        width: '1fr',
        isRowHeader: true,
        cell: ({ output }) => <CellText title={output.name} />,
      },
      {
        id: 'value',
        label: t('column.value'),
        minWidth: 240,
        width: '3fr',
        cell: ({ output, account }) => (
          <Cell>
            <div style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>
              {output.sensitive ? (
                <Text>{t('placedOutputs.sensitive')}</Text>
              ) : (
                <OutputValue value={output.value} accountId={account.id} />
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
        data={[...paging.shown]}
        pagination={{ type: 'none' }}
      />
      <PagingControls paging={paging} />
    </>
  );
}
