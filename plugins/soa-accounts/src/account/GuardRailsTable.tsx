import { useMemo } from 'react';
import { CellText, Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { GuardRail } from '@backstage-soa/plugin-soa-common';
import { CellLines } from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { mergeAttachments } from './mergeAttachments';
import type { AttachedGuardRail } from './mergeAttachments';

/** Policies, each once, with all the places by which it reaches the account. */
export function GuardRailsTable({ items }: { items: readonly GuardRail[] }) {
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const columns = useMemo(
    (): ColumnConfig<AttachedGuardRail>[] => [
      {
        id: 'name',
        label: t('guardRails.policy'),
        isRowHeader: true,
        minWidth: 180,
        width: '2fr',
        cell: ({ name, description }) => (
          <CellLines title={name} detail={description} />
        ),
      },
      {
        id: 'type',
        label: t('guardRails.type'),
        minWidth: 120,
        width: '1fr',
        cell: ({ type }) => <CellText title={t(`guardRailType.${type}`)} />,
      },
      {
        id: 'attachedTo',
        label: t('guardRails.attachedTo'),
        minWidth: 140,
        width: '1fr',
        cell: ({ places }) => <CellText title={places.join(', ')} />,
      },
    ],
    [t],
  );
  return (
    <Table
      columnConfig={columns}
      data={mergeAttachments(items)}
      pagination={{ type: 'none' }}
    />
  );
}
