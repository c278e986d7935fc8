import { Cell, CellText, Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import type {
  PlacementItem,
  PlacementState,
} from '@backstage-soa/plugin-soa-common';
import {
  AccountLink,
  EntityLink,
  ExternalLink,
  StateBadge,
} from '@backstage-soa/plugin-soa-react';
import type { StateTone } from '@backstage-soa/plugin-soa-react';

type Row = PlacementItem & { id: string };

const STATES: Record<PlacementState, { tone: StateTone; label: string }> = {
  'in-sync': { tone: 'good', label: 'In sync' },
  'missing-workspace': { tone: 'attention', label: 'No workspace' },
  undeclared: { tone: 'attention', label: 'Not declared' },
  drifted: { tone: 'bad', label: 'Drifted' },
  unknown: { tone: 'neutral', label: 'Not known' },
};

const COLUMNS: Record<string, ColumnConfig<Row>> = {
  service: {
    id: 'service',
    label: 'Service',
    isRowHeader: true,
    cell: ({ componentRef }) => (
      <Cell>
        <EntityLink entityRef={componentRef} />
      </Cell>
    ),
  },
  environment: {
    id: 'environment',
    label: 'Environment',
    isRowHeader: true,
    cell: ({ environment }) => <CellText title={environment} />,
  },
  account: {
    id: 'account',
    label: 'Account',
    cell: ({ account }) => (
      <Cell>
        <AccountLink account={account} />
      </Cell>
    ),
  },
  region: {
    id: 'region',
    label: 'Region',
    cell: ({ region, runtime }) => (
      <CellText title={region} description={runtime} />
    ),
  },
  workspace: {
    id: 'workspace',
    label: 'Workspace',
    cell: ({ workspace }) => (
      <Cell>
        {workspace ? (
          <ExternalLink href={workspace.url}>{workspace.name}</ExternalLink>
        ) : (
          '–'
        )}
      </Cell>
    ),
  },
  run: {
    id: 'run',
    label: 'Last run',
    cell: ({ workspace }) => (
      <Cell>
        {workspace?.currentRun ? (
          <ExternalLink href={workspace.currentRun.url}>
            {workspace.currentRun.status}
          </ExternalLink>
        ) : (
          '–'
        )}
      </Cell>
    ),
  },
  state: {
    id: 'state',
    label: 'State',
    cell: ({ state }) => (
      <Cell>
        <StateBadge tone={STATES[state].tone}>{STATES[state].label}</StateBadge>
      </Cell>
    ),
  },
};

const WHERE = ['environment', 'account', 'region'];
const WHAT = ['service', 'environment', 'region'];

/** Placements, of a component or of an account. */
export function PlacementsTable(props: {
  items: readonly PlacementItem[];
  of: 'component' | 'account';
}) {
  const ids = [
    ...(props.of === 'component' ? WHERE : WHAT),
    'workspace',
    'run',
    'state',
  ];
  return (
    <Table
      columnConfig={ids.map(id =>
        props.of === 'account' && id === 'environment'
          ? { ...COLUMNS[id], isRowHeader: false }
          : COLUMNS[id],
      )}
      data={props.items.map(item => ({
        ...item,
        id: [
          item.componentRef,
          item.environment,
          item.account.id,
          item.region,
          item.runtime,
          item.cell,
        ].join(' '),
      }))}
      pagination={{ type: 'none' }}
    />
  );
}
