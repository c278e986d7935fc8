import { useMemo } from 'react';
import { Button, Cell, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import { CellLines, Time } from '@backstage-soa/plugin-soa-react';
import { soaAuditTranslationRef } from '../translation';
import { ActorText } from './ActorText';
import { resourceName } from './resourceName';
import { ResultBadge } from './ResultBadge';

type Row = AuditEvent & { id: string };

/** Events, newest first. */
export function EventsTable(props: {
  events: readonly AuditEvent[];
  onOpen: (event: AuditEvent) => void;
}) {
  const { events, onOpen } = props;
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const columns = useMemo(
    (): ColumnConfig<Row>[] => [
      {
        id: 'time',
        label: t('column.time'),
        minWidth: 150,
        cell: ({ eventTime }) => (
          <Cell>
            <Time iso={eventTime} />
          </Cell>
        ),
      },
      {
        id: 'event',
        label: t('column.event'),
        minWidth: 220,
        isRowHeader: true,
        cell: event => (
          <Cell>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => onOpen(event)}
              // Its text stands in line with what is below.
              style={{ marginInlineStart: 'calc(-1 * var(--bui-space-2))' }}
            >
              {event.eventName}
            </Button>
            <div>
              <Text variant="body-small">
                {event.resources[0]
                  ? resourceName(event.resources[0].arn)
                  : event.eventSource}
              </Text>
            </div>
          </Cell>
        ),
      },
      {
        id: 'who',
        label: t('column.who'),
        minWidth: 220,
        cell: ({ actor }) => (
          <Cell>
            <ActorText actor={actor} />
          </Cell>
        ),
      },
      {
        id: 'where',
        label: t('column.where'),
        minWidth: 130,
        cell: ({ accountId, region }) => (
          <CellLines title={region} detail={accountId} />
        ),
      },
      {
        id: 'result',
        label: t('column.result'),
        minWidth: 160,
        cell: event => (
          <Cell>
            <ResultBadge event={event} />
          </Cell>
        ),
      },
    ],
    [t, onOpen],
  );
  return (
    <Table
      columnConfig={columns}
      data={events.map(event => ({ ...event, id: event.eventId }))}
      pagination={{ type: 'none' }}
      rowConfig={{ onClick: onOpen }}
    />
  );
}
