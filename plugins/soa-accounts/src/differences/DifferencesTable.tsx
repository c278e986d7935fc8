import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  AccountLink,
  CellLines,
  EntityLink,
} from '@backstage-soa/plugin-soa-react';
import { serviceName } from '../filters';
import { PagingControls, usePaging } from '../paging';
import { placementKey } from '../placements';
import { soaAccountsTranslationRef } from '../translation';
import type { Difference } from './Difference';
import { DifferenceKind } from './DifferenceKind';
import { RemedyLinks } from './RemedyLinks';

type Row = { id: string; difference: Difference };

const PAGE_SIZE = 25;

/** What is not as it should be, and what to do about it. */
export function DifferencesTable(props: {
  differences: readonly Difference[];
  /** What the list depends on. */
  listKey: string;
  baseline: string;
}) {
  const { differences, listKey, baseline } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const paging = usePaging(differences, PAGE_SIZE, listKey);
  const columns = useMemo(
    (): ColumnConfig<Row>[] => [
      {
        id: 'kind',
        label: t('differences.kind'),
        minWidth: 130,
        cell: ({ difference }) => (
          <Cell>
            <DifferenceKind difference={difference} />
          </Cell>
        ),
      },
      {
        id: 'subject',
        label: t('differences.service'),
        minWidth: 180,
        isRowHeader: true,
        cell: ({ difference }) => (
          <Cell>
            {'item' in difference ? (
              <EntityLink entityRef={difference.item.componentRef}>
                {serviceName(difference.item.componentRef)}
              </EntityLink>
            ) : (
              <AccountLink account={difference.account} />
            )}
          </Cell>
        ),
      },
      {
        id: 'where',
        label: t('differences.where'),
        minWidth: 200,
        cell: ({ difference }) =>
          'item' in difference ? (
            <CellLines
              title={whatOf(difference)}
              detail={
                difference.item.account.name ?? difference.item.account.id
              }
            />
          ) : (
            <CellText
              title={
                difference.account.organizationalUnitPath ||
                difference.account.organizationId
              }
            />
          ),
      },
      {
        id: 'remedy',
        label: t('differences.remedy'),
        minWidth: 360,
        cell: ({ difference }) => (
          <Cell>
            <Text variant="body-small" style={{ whiteSpace: 'normal' }}>
              {t(`remedy.${difference.kind}`, { component: baseline })}
            </Text>
          </Cell>
        ),
      },
      {
        id: 'links',
        label: t('differences.links'),
        minWidth: 220,
        cell: ({ difference }) => (
          <Cell>
            <RemedyLinks difference={difference} />
          </Cell>
        ),
      },
    ],
    [t, baseline],
  );
  return (
    <section aria-label={t('differences.label')}>
      <Table
        columnConfig={columns}
        data={paging.shown.map(difference => ({
          id: keyOf(difference),
          difference,
        }))}
        pagination={{ type: 'none' }}
      />
      <PagingControls paging={paging} />
    </section>
  );
}

function whatOf({ item }: Extract<Difference, { item: unknown }>): string {
  const { environment, region, runtime, cell } = item;
  return [environment, region, runtime, cell].filter(part => part).join(' · ');
}

function keyOf(difference: Difference): string {
  return 'item' in difference
    ? placementKey(difference.item)
    : `${difference.kind} ${difference.account.id}`;
}
