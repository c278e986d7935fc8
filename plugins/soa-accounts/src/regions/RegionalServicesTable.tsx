import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityLink } from '@backstage-soa/plugin-soa-react';
import { serviceName } from '../filters';
import { PagingControls, usePaging } from '../paging';
import { soaAccountsTranslationRef } from '../translation';
import type { RegionalService } from './regionUses';

const PAGE_SIZE = 25;

/** Services that would be lost, or run on, and whose they are. */
export function RegionalServicesTable(props: {
  /** What the list depends on. */
  listKey: string;
  services: readonly RegionalService[];
  owners: ReadonlyMap<string, string> | undefined;
  /** Whether they run on. */
  isKept: boolean;
}) {
  const { listKey, services, owners, isKept } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const paging = usePaging(services, PAGE_SIZE, listKey);
  const columns = useMemo(
    (): ColumnConfig<RegionalService>[] => [
      {
        id: 'service',
        label: t('column.service'),
        minWidth: 160,
        isRowHeader: true,
        cell: ({ componentRef }) => (
          <Cell>
            <EntityLink entityRef={componentRef}>
              {serviceName(componentRef)}
            </EntityLink>
          </Cell>
        ),
      },
      {
        id: 'owner',
        label: t('column.owner'),
        minWidth: 140,
        cell: ({ componentRef }) => {
          const owner = owners?.get(componentRef);
          return (
            <Cell>
              {owner ? <EntityLink entityRef={owner} /> : <Text>–</Text>}
            </Cell>
          );
        },
      },
      {
        id: 'environment',
        label: t('column.environment'),
        minWidth: 110,
        cell: ({ environment }) => <CellText title={environment} />,
      },
      {
        id: 'runtime',
        label: t('column.runtime'),
        minWidth: 120,
        cell: ({ here }) => (
          <CellText title={unique(here.map(({ runtime }) => runtime))} />
        ),
      },
      {
        id: 'account',
        label: t('column.account'),
        minWidth: 180,
        cell: ({ here }) => (
          <CellText
            title={unique(
              here.map(({ account }) => account.name ?? account.id),
            )}
          />
        ),
      },
      {
        id: 'elsewhere',
        label: t('regions.elsewhere'),
        minWidth: 160,
        isHidden: !isKept,
        cell: ({ elsewhere }) => <CellText title={elsewhere.join(', ')} />,
      },
    ],
    [t, owners, isKept],
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

function unique(values: readonly string[]): string {
  return [...new Set(values)].join(', ');
}
