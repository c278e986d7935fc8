import { useMemo } from 'react';
import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import {
  AccountLink,
  CellLines,
  ExternalLink,
  StateBadge,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../translation';
import { PlanText } from './PlanText';
import { TARGET_TONES } from './states';
import { WaitText } from './WaitText';

type Row = RolloutTarget & { id: string };

/** The placements of a wave, and how far each has come. */
export function TargetsTable(props: { targets: readonly RolloutTarget[] }) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const columns = useMemo(
    (): ColumnConfig<Row>[] => [
      {
        id: 'environment',
        label: t('column.environment'),
        minWidth: 135,
        isRowHeader: true,
        cell: ({ placement }) => <CellText title={placement.environment} />,
      },
      {
        id: 'account',
        label: t('column.account'),
        minWidth: 150,
        cell: ({ placement }) => (
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
        cell: ({ placement }) => (
          <CellLines title={placement.region} detail={placement.runtime} />
        ),
      },
      {
        id: 'workspace',
        label: t('column.workspace'),
        minWidth: 180,
        cell: ({ placement, workspaceUrl }) => (
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
        id: 'run',
        label: t('column.run'),
        minWidth: 110,
        cell: ({ run }) => (
          <Cell>
            {run ? (
              <ExternalLink href={run.url}>{run.status}</ExternalLink>
            ) : (
              <Text>–</Text>
            )}
          </Cell>
        ),
      },
      {
        id: 'plan',
        label: t('column.plan'),
        minWidth: 110,
        cell: ({ plan }) => (
          <Cell>
            <PlanText plan={plan} />
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('column.state'),
        // It also says in sentences what a placement waits for, or why it failed.
        defaultWidth: '2fr',
        minWidth: 160,
        cell: ({ state, waitsFor, accessRun, run, error }) => (
          <Cell>
            <StateBadge tone={TARGET_TONES[state]}>
              {t(`targetState.${state}`)}
            </StateBadge>
            {waitsFor && (
              <div>
                <Text variant="body-small" color="secondary">
                  <WaitText target={{ waitsFor, accessRun, run }} />
                </Text>
              </div>
            )}
            {error && (
              <div>
                <Text variant="body-small" color="secondary">
                  {error}
                </Text>
              </div>
            )}
          </Cell>
        ),
      },
    ],
    [t],
  );
  return (
    <Table
      columnConfig={columns}
      data={props.targets.map(target => ({
        ...target,
        id: target.placement.key,
      }))}
      pagination={{ type: 'none' }}
    />
  );
}
