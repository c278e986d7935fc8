import { Cell, CellText, Link, Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import { EntityLink, StateBadge, Time } from '@backstage-soa/plugin-soa-react';
import { ROLLOUT_LOOKS } from './states';

const COLUMNS: ColumnConfig<Rollout>[] = [
  {
    id: 'rollout',
    label: 'Started',
    isRowHeader: true,
    cell: ({ id, createdAt }) => (
      <Cell>
        <Link href={`/soa-delivery/rollouts/${id}`}>
          <Time iso={createdAt} />
        </Link>
      </Cell>
    ),
  },
  {
    id: 'component',
    label: 'Service',
    cell: ({ componentRef }) => (
      <Cell>
        <EntityLink entityRef={componentRef} />
      </Cell>
    ),
  },
  {
    id: 'initiator',
    label: 'By',
    cell: ({ initiator }) => (
      <Cell>
        <EntityLink entityRef={initiator} />
      </Cell>
    ),
  },
  {
    id: 'placements',
    label: 'Placements applied',
    cell: ({ waves }) => {
      const targets = waves.flatMap(wave => wave.targets);
      const applied = targets.filter(({ state }) => state === 'applied');
      return <CellText title={`${applied.length} of ${targets.length}`} />;
    },
  },
  {
    id: 'state',
    label: 'State',
    cell: ({ state }) => (
      <Cell>
        <StateBadge tone={ROLLOUT_LOOKS[state].tone}>
          {ROLLOUT_LOOKS[state].label}
        </StateBadge>
      </Cell>
    ),
  },
];

/** Rollouts, newest first. */
export function RolloutsTable(props: { rollouts: readonly Rollout[] }) {
  return (
    <Table
      columnConfig={COLUMNS}
      data={[...props.rollouts]}
      pagination={{ type: 'none' }}
    />
  );
}
