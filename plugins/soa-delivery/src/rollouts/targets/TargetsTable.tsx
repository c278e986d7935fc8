import { useMemo } from 'react';
import { Cell, Flex, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import {
  AccountLink,
  CellLines,
  ExternalLink,
} from '@backstage-soa/plugin-soa-react';
import { useWaveName } from '../picture/useWaveName';
import { soaDeliveryTranslationRef } from '../../translation';
import { LogButton } from './LogButton';
import type { PlacedTarget } from './PlacedTarget';
import { TargetPlan } from './TargetPlan';
import { TargetRuns } from './TargetRuns';
import { TargetState } from './TargetState';

type Row = PlacedTarget & { id: string };

/** Placements of a rollout, and how far each has come. */
export function TargetsTable(props: {
  targets: readonly PlacedTarget[];
  onLog: (target: RolloutTarget) => void;
}) {
  const { targets, onLog } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const nameOf = useWaveName();
  const columns: ColumnConfig<Row>[] = [
    {
      id: 'environment',
      label: t('column.environment'),
      minWidth: 135,
      isRowHeader: true,
      cell: ({ placed, target: { placement } }) => (
        <CellLines title={placement.environment} detail={nameOf(placed)} />
      ),
    },
    {
      id: 'account',
      label: t('column.account'),
      minWidth: 150,
      cell: ({ target: { placement } }) => (
        <Cell>
          <AccountLink
            account={{
              id: placement.account,
              name: placement.accountName,
              entityRef: accountEntityRef(placement.account),
            }}
          />
        </Cell>
      ),
    },
    {
      id: 'region',
      label: t('column.region'),
      minWidth: 120,
      cell: ({ target: { placement } }) => (
        <CellLines title={placement.region} detail={placement.runtime} />
      ),
    },
    {
      id: 'workspace',
      label: t('column.workspace'),
      minWidth: 150,
      cell: ({ target: { placement, workspaceUrl } }) => (
        <Cell>
          {workspaceUrl ? (
            <ExternalLink href={workspaceUrl}>
              {placement.workspace}
            </ExternalLink>
          ) : (
            <Text>{placement.workspace}</Text>
          )}
        </Cell>
      ),
    },
    {
      id: 'state',
      label: t('column.state'),
      // It also says in sentences what a placement waits for, or why it failed.
      defaultWidth: '2fr',
      minWidth: 170,
      cell: ({ target }) => (
        <Cell>
          <TargetState target={target} />
        </Cell>
      ),
    },
    {
      id: 'plan',
      label: t('column.plan'),
      minWidth: 110,
      cell: ({ target }) => (
        <Cell>
          <TargetPlan target={target} />
        </Cell>
      ),
    },
    {
      id: 'run',
      label: t('column.run'),
      minWidth: 130,
      cell: ({ target }) => (
        <Cell>
          <Flex direction="column" gap="1" align="start">
            <div>
              <TargetRuns target={target} />
            </div>
            <LogButton target={target} onLog={onLog} />
          </Flex>
        </Cell>
      ),
    },
  ];
  const rows = useMemo(
    () => targets.map(row => ({ ...row, id: row.target.placement.key })),
    [targets],
  );
  return (
    <Table columnConfig={columns} data={rows} pagination={{ type: 'none' }} />
  );
}
