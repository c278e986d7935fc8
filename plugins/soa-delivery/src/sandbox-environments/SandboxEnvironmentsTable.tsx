import { useMemo } from 'react';
import { Cell, Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import { CellLines, EntityLink, Time } from '@backstage-soa/plugin-soa-react';
import { TimeLeft } from '../reservations/TimeLeft';
import { soaDeliveryTranslationRef } from '../translation';
import { SandboxState } from './SandboxState';

type Row = SandboxEnvironment & { id: string };

/** Sandbox environments, each with whose it is and when it expires. */
export function SandboxEnvironmentsTable(props: {
  environments: readonly SandboxEnvironment[];
}) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const columns = useMemo(
    (): ColumnConfig<Row>[] => [
      {
        id: 'component',
        label: t('sandbox.component'),
        minWidth: 160,
        isRowHeader: true,
        cell: ({ componentRef }) => (
          <Cell>
            <EntityLink entityRef={componentRef} />
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('sandbox.state'),
        minWidth: 190,
        cell: environment => (
          <CellLines
            title={<SandboxState environment={environment} />}
            detail={environment.state === 'failed' && environment.message}
          />
        ),
      },
      {
        id: 'expires',
        label: t('sandbox.expires'),
        minWidth: 180,
        cell: ({ expiresAt }) => (
          <CellLines
            title={<TimeLeft until={expiresAt} />}
            detail={<Time iso={expiresAt} />}
          />
        ),
      },
      {
        id: 'owner',
        label: t('sandbox.owner'),
        minWidth: 140,
        cell: ({ owner }) => (
          <Cell>
            <EntityLink entityRef={owner} />
          </Cell>
        ),
      },
      {
        id: 'by',
        label: t('sandbox.requestedBy'),
        minWidth: 110,
        cell: ({ requestedBy }) => (
          <Cell>
            <EntityLink entityRef={requestedBy} />
          </Cell>
        ),
      },
    ],
    [t],
  );
  return (
    <Table
      columnConfig={columns}
      data={props.environments.map(environment => ({
        ...environment,
        id: environment.componentRef,
      }))}
      pagination={{ type: 'none' }}
    />
  );
}
