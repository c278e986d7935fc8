import { useMemo } from 'react';
import { Cell, CellText, Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutSummary } from '@backstage-soa/plugin-soa-common';
import { EntityLink, StateBadge } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { doneOf } from '../header/doneOf';
import { RolloutLink } from './RolloutLink';
import { ROLLOUT_TONES } from '../states';

/** Rollouts, newest first. */
export function RolloutsTable(props: {
  rollouts: readonly RolloutSummary[];
  /** Not needed on the page of a component. */
  withComponent: boolean;
}) {
  const { rollouts, withComponent } = props;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const columns = useMemo(
    (): ColumnConfig<RolloutSummary>[] => [
      {
        id: 'rollout',
        label: t('column.started'),
        minWidth: 170,
        isRowHeader: true,
        cell: rollout => (
          <Cell>
            <RolloutLink rollout={rollout} />
          </Cell>
        ),
      },
      {
        id: 'component',
        label: t('column.service'),
        minWidth: 120,
        isHidden: !withComponent,
        cell: ({ componentRef }) => (
          <Cell>
            <EntityLink entityRef={componentRef} />
          </Cell>
        ),
      },
      {
        id: 'initiator',
        label: t('column.by'),
        minWidth: 100,
        cell: ({ initiator }) => (
          <Cell>
            <EntityLink entityRef={initiator} />
          </Cell>
        ),
      },
      {
        id: 'placements',
        label: t('column.placementsDone'),
        minWidth: 150,
        cell: ({ counts }) => (
          <CellText
            title={t('done', {
              done: String(doneOf(counts)),
              all: String(counts.all),
            })}
          />
        ),
      },
      {
        id: 'state',
        label: t('column.state'),
        minWidth: 120,
        cell: ({ state }) => (
          <Cell>
            <StateBadge tone={ROLLOUT_TONES[state]}>
              {t(`rolloutState.${state}`)}
            </StateBadge>
          </Cell>
        ),
      },
    ],
    [t, withComponent],
  );
  return (
    <Table
      columnConfig={columns}
      data={[...rollouts]}
      pagination={{ type: 'none' }}
    />
  );
}
