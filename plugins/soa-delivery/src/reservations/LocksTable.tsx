import { useMemo } from 'react';
import { Cell, Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SoaLock } from '@backstage-soa/plugin-soa-common';
import {
  CellLines,
  EntityLink,
  StateBadge,
} from '@backstage-soa/plugin-soa-react';
import { soaDeliveryApiRef } from '../api';
import { soaDeliveryTranslationRef } from '../translation';
import { FreeButton } from './FreeButton';
import { OwnerText } from './OwnerText';
import { TimeLeft } from './TimeLeft';

/** What becomes of a lock, and of a place in the queue for one. */
const WORDS = {
  held: {
    action: 'reservations.locks.free',
    label: 'reservations.locks.freeOf',
    question: 'reservations.locks.confirm',
    means: 'reservations.locks.confirmHeld',
    done: 'reservations.locks.freed',
  },
  waiting: {
    action: 'reservations.locks.takeOut',
    label: 'reservations.locks.takeOutOf',
    question: 'reservations.locks.takeOutConfirm',
    means: 'reservations.locks.confirmWaiting',
    done: 'reservations.locks.takenOut',
  },
} as const;

const wordsOf = ({ state }: SoaLock) => WORDS[state];

/** Locks and the queues for them: who holds one comes before who waits for it. */
export function LocksTable(props: {
  locks: readonly SoaLock[];
  onFreed: (done: string) => void;
}) {
  const { locks, onFreed } = props;
  const api = useApi(soaDeliveryApiRef);
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const columns = useMemo((): ColumnConfig<SoaLock>[] => {
    const nameOf = ({ target: { kind, id } }: SoaLock) =>
      t(`reservations.locks.${kind}`, { id });
    return [
      {
        id: 'what',
        label: t('reservations.locks.what'),
        minWidth: 170,
        isRowHeader: true,
        cell: lock => <Cell>{nameOf(lock)}</Cell>,
      },
      {
        id: 'who',
        label: t('reservations.locks.who'),
        minWidth: 180,
        cell: ({ owner }) => (
          <Cell>
            <OwnerText owner={owner} />
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('reservations.state'),
        minWidth: 190,
        cell: lock => (
          <CellLines
            title={
              <StateBadge tone={lock.state === 'held' ? 'good' : 'attention'}>
                {lock.state === 'held'
                  ? t('reservations.locks.held')
                  : t('reservations.locks.waiting', {
                      ahead: String(lock.ahead),
                    })}
              </StateBadge>
            }
            detail={
              lock.state === 'waiting' &&
              t('reservations.locks.heldBy', {
                owner: lock.holder ? (
                  <OwnerText owner={lock.holder} />
                ) : (
                  t('reservations.owner.hidden')
                ),
              })
            }
          />
        ),
      },
      {
        id: 'lease',
        label: t('reservations.locks.lease'),
        minWidth: 120,
        cell: ({ leaseEndsAt }) => (
          <Cell>
            <TimeLeft until={leaseEndsAt} />
          </Cell>
        ),
      },
      {
        id: 'by',
        label: t('reservations.requestedBy'),
        minWidth: 110,
        cell: ({ requestedBy }) => (
          <Cell>
            <EntityLink entityRef={requestedBy} />
          </Cell>
        ),
      },
      {
        id: 'action',
        label: t('reservations.action'),
        minWidth: 90,
        isHidden: locks.every(({ mayRelease }) => !mayRelease),
        cell: lock => (
          <Cell>
            {lock.mayRelease && (
              <FreeButton
                action={t(wordsOf(lock).action)}
                label={t(wordsOf(lock).label, { what: nameOf(lock) })}
                question={t(wordsOf(lock).question, { what: nameOf(lock) })}
                free={() => api.releaseLock(lock.id)}
                onFreed={() =>
                  onFreed(t(wordsOf(lock).done, { what: nameOf(lock) }))
                }
              >
                {t(wordsOf(lock).means, {
                  owner: <OwnerText owner={lock.owner} />,
                })}
              </FreeButton>
            )}
          </Cell>
        ),
      },
    ];
  }, [api, locks, onFreed, t]);
  return (
    <Table
      columnConfig={columns}
      data={[...locks]}
      pagination={{ type: 'none' }}
    />
  );
}
