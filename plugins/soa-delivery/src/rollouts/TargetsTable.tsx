import { Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { accountEntityRef } from '@backstage-soa/plugin-soa-common';
import type { RolloutTarget } from '@backstage-soa/plugin-soa-common';
import {
  AccountLink,
  ExternalLink,
  StateBadge,
} from '@backstage-soa/plugin-soa-react';
import { TARGET_LOOKS } from './states';

type Row = RolloutTarget & { id: string };

const COLUMNS: ColumnConfig<Row>[] = [
  {
    id: 'environment',
    label: 'Environment',
    isRowHeader: true,
    cell: ({ placement }) => <CellText title={placement.environment} />,
  },
  {
    id: 'account',
    label: 'Account',
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
    label: 'Region',
    cell: ({ placement }) => <CellText title={placement.region} />,
  },
  {
    id: 'workspace',
    label: 'Workspace',
    cell: ({ placement, workspaceUrl }) => (
      <Cell>
        {workspaceUrl ? (
          <ExternalLink href={workspaceUrl}>{placement.workspace}</ExternalLink>
        ) : (
          placement.workspace
        )}
      </Cell>
    ),
  },
  {
    id: 'run',
    label: 'Run',
    cell: ({ run }) => (
      <Cell>
        {run ? <ExternalLink href={run.url}>{run.status}</ExternalLink> : '–'}
      </Cell>
    ),
  },
  {
    id: 'plan',
    label: 'Plan',
    cell: ({ plan }) => (
      <CellText
        title={plan ? `+${plan.add} ~${plan.change} −${plan.destroy}` : '–'}
        description={plan?.import ? `${plan.import} to import` : undefined}
      />
    ),
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state, error }) => (
      <Cell>
        <StateBadge tone={TARGET_LOOKS[state].tone}>
          {TARGET_LOOKS[state].label}
        </StateBadge>
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
];

/** The placements of a wave, and how far each has come. */
export function TargetsTable(props: { targets: readonly RolloutTarget[] }) {
  return (
    <Table
      columnConfig={COLUMNS}
      data={props.targets.map(target => ({
        ...target,
        id: target.placement.key,
      }))}
      pagination={{ type: 'none' }}
    />
  );
}
