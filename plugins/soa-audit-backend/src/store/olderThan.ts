import type { Knex } from 'knex';

/** The place of an event in the order, newest first. */
export interface EventPlace {
  eventTime: string;
  eventId: string;
}

/** Leaves those that come after a place, newest first. */
export function olderThan(
  query: Knex.QueryBuilder,
  { eventTime, eventId }: EventPlace,
  columns = { time: 'event_time', id: 'event_id' },
): void {
  query.where(older =>
    older
      .where(columns.time, '<', eventTime)
      .orWhere(same =>
        same.where(columns.time, eventTime).andWhere(columns.id, '<', eventId),
      ),
  );
}
