import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { workspaceEntityRef } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import {
  AccountLink,
  CellLines,
  EntityLink,
  ExternalLink,
  sortByPromotion,
  Time,
  usePromotionOrder,
} from '@backstage-soa/plugin-soa-react';
import { PagingControls, usePaging } from '../paging';
import { placementKey } from '../placements';
import { PlacementStateBadge } from '../state/PlacementStateBadge';
import { soaAccountsTranslationRef } from '../translation';
import { PlacementConsoleLink } from './PlacementConsoleLink';

type Row = PlacementItem & { id: string };

const PAGE_SIZE = 25;

/** Placements, of a component or of an account. */
export function PlacementsTable(props: {
  items: readonly PlacementItem[];
  of: 'component' | 'account';
}) {
  const { items, of } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const promotionOrder = usePromotionOrder();
  const paging = usePaging(sortByPromotion(items, promotionOrder), PAGE_SIZE);
  const columns = useMemo(
    (): ColumnConfig<Row>[] => [
      {
        id: 'service',
        label: t('column.service'),
        minWidth: 110,
        isRowHeader: of === 'account',
        isHidden: of === 'component',
        cell: ({ componentRef }) => (
          <Cell>
            <EntityLink entityRef={componentRef} />
          </Cell>
        ),
      },
      {
        id: 'environment',
        label: t('column.environment'),
        minWidth: 140,
        isRowHeader: of === 'component',
        cell: ({ environment }) => <CellText title={environment} />,
      },
      {
        id: 'account',
        label: t('column.account'),
        minWidth: 125,
        isHidden: of === 'account',
        cell: ({ account }) => (
          <Cell>
            <AccountLink account={account} />
          </Cell>
        ),
      },
      {
        id: 'region',
        label: t('column.region'),
        minWidth: 110,
        cell: ({ region, runtime, cell, account }) => (
          <CellLines
            title={region}
            detail={
              <>
                {cell ? `${runtime} · ${cell}` : runtime}
                <PlacementConsoleLink
                  account={account}
                  region={region}
                  runtime={runtime}
                />
              </>
            }
          />
        ),
      },
      {
        id: 'workspace',
        label: t('column.workspace'),
        minWidth: 130,
        cell: ({ workspace }) => (
          <Cell>
            {workspace ? (
              <EntityLink entityRef={workspaceEntityRef(workspace.id)}>
                {workspace.name}
              </EntityLink>
            ) : (
              <Text>–</Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'run',
        label: t('column.run'),
        minWidth: 90,
        cell: ({ workspace }) => (
          <CellLines
            title={
              workspace?.currentRun ? (
                <ExternalLink href={workspace.currentRun.url}>
                  {workspace.currentRun.status}
                </ExternalLink>
              ) : (
                '–'
              )
            }
            detail={
              workspace?.lastAppliedAt &&
              t('placements.applied', {
                day: <Time iso={workspace.lastAppliedAt} isDay />,
              })
            }
          />
        ),
      },
      {
        id: 'state',
        label: t('column.state'),
        minWidth: 110,
        cell: ({ state, workspace }) => (
          <CellLines
            title={<PlacementStateBadge state={state} />}
            detail={
              state === 'drifted' &&
              workspace?.drift?.resources &&
              t('workspace.driftedResources', {
                count: workspace.drift.resources,
              })
            }
          />
        ),
      },
    ],
    [t, of],
  );
  return (
    <>
      <Table
        columnConfig={columns}
        data={paging.shown.map(item => ({
          ...item,
          id: placementKey(item),
        }))}
        pagination={{ type: 'none' }}
      />
      <PagingControls paging={paging} />
    </>
  );
}
