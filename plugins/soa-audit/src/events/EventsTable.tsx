import { Button, Cell, CellText, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import type { AuditEvent } from '@backstage-soa/plugin-soa-common';
import { StateBadge, Time } from '@backstage-soa/plugin-soa-react';
import { ActorText } from './ActorText';

type Row = AuditEvent & { id: string };

function columns(onOpen: (event: AuditEvent) => void): ColumnConfig<Row>[] {
  return [
    {
      id: 'time',
      label: 'Time',
      cell: ({ eventTime }) => (
        <Cell>
          <Time iso={eventTime} />
        </Cell>
      ),
    },
    {
      id: 'event',
      label: 'Event',
      isRowHeader: true,
      cell: event => (
        <Cell>
          <Button size="small" variant="tertiary" onPress={() => onOpen(event)}>
            {event.eventName}
          </Button>
          <div>
            <Text variant="body-small" color="secondary">
              {event.resources[0]?.arn.split(':').slice(5).join(':') ??
                event.eventSource}
            </Text>
          </div>
        </Cell>
      ),
    },
    {
      id: 'who',
      label: 'Who',
      cell: ({ actor }) => (
        <Cell>
          <ActorText actor={actor} />
        </Cell>
      ),
    },
    {
      id: 'where',
      label: 'Where',
      cell: ({ accountId, region }) => (
        <CellText title={region} description={accountId} />
      ),
    },
    {
      id: 'result',
      label: 'Result',
      cell: event => (
        <Cell>
          <Result event={event} />
        </Cell>
      ),
    },
  ];
}

function Result({ event }: { event: AuditEvent }) {
  if (event.outOfBand) {
    return <StateBadge tone="bad">Out-of-band change</StateBadge>;
  }
  if (event.failed) {
    return (
      <StateBadge tone="attention">{event.errorCode ?? 'Failed'}</StateBadge>
    );
  }
  return (
    <StateBadge tone="neutral">
      {event.readOnly ? 'Read' : 'Changed'}
    </StateBadge>
  );
}

/** Events, newest first. */
export function EventsTable(props: {
  events: readonly AuditEvent[];
  onOpen: (event: AuditEvent) => void;
}) {
  return (
    <Table
      columnConfig={columns(props.onOpen)}
      data={props.events.map(event => ({ ...event, id: event.eventId }))}
      pagination={{ type: 'none' }}
    />
  );
}
