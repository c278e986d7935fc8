import { useMemo } from 'react';
import { Cell, CellText, Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NetworkRange } from '@backstage-soa/plugin-soa-common';
import { CellLines, StateBadge } from '@backstage-soa/plugin-soa-react';
import type { StateTone } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { FreeButton } from './FreeButton';
import { OwnerText } from './OwnerText';

const TONES: Record<NetworkRange['state'], StateTone> = {
  held: 'good',
  allocating: 'attention',
  releasing: 'neutral',
};

/** Ranges of addresses, newest first. */
export function RangesTable(props: {
  ranges: readonly NetworkRange[];
  onFreed: (what: string) => void;
}) {
  const { ranges, onFreed } = props;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const columns = useMemo((): ColumnConfig<NetworkRange>[] => {
    const nameOf = ({ cidr, name }: NetworkRange) => cidr ?? name;
    return [
      {
        id: 'cidr',
        label: t('reservations.ranges.cidr'),
        minWidth: 140,
        isRowHeader: true,
        cell: range => (
          <CellLines
            title={nameOf(range)}
            detail={range.cidr ? range.name : undefined}
          />
        ),
      },
      {
        id: 'pool',
        label: t('reservations.ranges.pool'),
        minWidth: 100,
        cell: ({ pool }) => <CellText title={pool} />,
      },
      {
        id: 'account',
        label: t('reservations.ranges.account'),
        minWidth: 130,
        cell: ({ account }) => <CellText title={account} />,
      },
      {
        id: 'region',
        label: t('reservations.ranges.region'),
        minWidth: 110,
        cell: ({ region }) => <CellText title={region} />,
      },
      {
        id: 'who',
        label: t('reservations.ranges.who'),
        minWidth: 160,
        cell: ({ owner }) => (
          <Cell>
            <OwnerText owner={owner} />
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('reservations.state'),
        minWidth: 150,
        cell: ({ state, overlaps }) => (
          <CellLines
            title={
              <StateBadge tone={overlaps.length > 0 ? 'bad' : TONES[state]}>
                {t(`reservations.ranges.${state}`)}
              </StateBadge>
            }
            detail={
              overlaps.length > 0 && (
                <>
                  {t('reservations.ranges.overlaps', {
                    count: overlaps.length,
                  })}
                  {': '}
                  {overlaps
                    .map(
                      ({ id, account, region, cidr }) =>
                        `${id} (${cidr}; ${account}, ${region})`,
                    )
                    .join(', ')}
                </>
              )
            }
          />
        ),
      },
      {
        id: 'action',
        label: t('reservations.action'),
        minWidth: 90,
        isHidden: ranges.every(({ mayRelease }) => !mayRelease),
        cell: range => (
          <Cell>
            {range.mayRelease && (
              <FreeButton
                action={t('reservations.locks.free')}
                label={t('reservations.ranges.freeOf', {
                  what: nameOf(range),
                })}
                question={t('reservations.ranges.confirm', {
                  what: nameOf(range),
                })}
                free={() => api.releaseNetworkRange(range.id)}
                onFreed={() => onFreed(nameOf(range))}
              >
                {t('reservations.ranges.confirmBody', {
                  account: range.account,
                  region: range.region,
                  owner: <OwnerText owner={range.owner} />,
                })}
              </FreeButton>
            )}
          </Cell>
        ),
      },
    ];
  }, [api, ranges, onFreed, t]);
  return (
    <Table
      columnConfig={columns}
      data={[...ranges]}
      pagination={{ type: 'none' }}
    />
  );
}
