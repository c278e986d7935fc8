import { useMemo } from 'react';
import { Cell, CellText, Link, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsTranslationRef } from '../translation';
import { countsIn } from './countsIn';
import { servicesIn } from './servicesIn';
import type { RegionUse } from './regionUses';

type Row = RegionUse & { id: string };

/** Regions, and how much of what is in them would be lost. */
export function RegionsTable(props: {
  uses: readonly RegionUse[];
  chosen: string | undefined;
  /** The URL at which a Region is chosen. */
  hrefOf: (region: string) => string;
}) {
  const { uses, chosen, hrefOf } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const columns = useMemo(
    (): ColumnConfig<Row>[] => [
      {
        id: 'region',
        label: t('column.region'),
        minWidth: 120,
        isRowHeader: true,
        cell: ({ region, isGlobal }) => (
          <Cell>
            {isGlobal ? (
              <Text>{region}</Text>
            ) : (
              <Link
                href={hrefOf(region)}
                weight={region === chosen ? 'bold' : 'regular'}
                aria-current={region === chosen ? 'true' : undefined}
              >
                {region}
              </Link>
            )}
          </Cell>
        ),
      },
      {
        id: 'services',
        label: t('regions.services'),
        minWidth: 90,
        cell: ({ placements }) => (
          <CellText title={String(servicesIn(placements).size)} />
        ),
      },
      {
        id: 'placements',
        label: t('regions.placements'),
        minWidth: 100,
        cell: ({ placements }) => (
          <CellText title={String(placements.length)} />
        ),
      },
      {
        id: 'environments',
        label: t('regions.environments'),
        minWidth: 180,
        cell: ({ placements }) => (
          <Cell>
            <Text>
              {countsIn(placements.map(({ environment }) => environment))}
            </Text>
          </Cell>
        ),
      },
      {
        id: 'runtimes',
        label: t('regions.runtimes'),
        minWidth: 220,
        cell: ({ placements }) => (
          <Cell>
            <Text>{countsIn(placements.map(({ runtime }) => runtime))}</Text>
          </Cell>
        ),
      },
      {
        id: 'lost',
        label: t('regions.lost'),
        minWidth: 120,
        cell: ({ isGlobal, lost }) => (
          <CellText title={isGlobal ? '–' : String(servicesIn(lost).size)} />
        ),
      },
      {
        id: 'kept',
        label: t('regions.kept'),
        minWidth: 150,
        cell: ({ isGlobal, kept }) => (
          <CellText title={isGlobal ? '–' : String(servicesIn(kept).size)} />
        ),
      },
    ],
    [t, chosen, hrefOf],
  );
  return (
    <section aria-label={t('regions.label')}>
      <Table
        columnConfig={columns}
        data={uses.map(use => ({ ...use, id: use.region }))}
        pagination={{ type: 'none' }}
      />
    </section>
  );
}
