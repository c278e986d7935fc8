import type {
  AuditEvent,
  AuditEventFilter,
} from '@backstage-soa/plugin-soa-common';
import type { Knex } from 'knex';
import { olderThan } from './olderThan';
import type { EventPlace } from './olderThan';
import { whereInList } from './whereInList';

/**
 * Whose events: a component's; or an account's or a workspace's, as far as the
 * caller may see them.
 */
export type EventScope =
  | { entityRef: string }
  | (({ account: string } | { workspaceId: string }) & {
      /** Entities whose events the caller may see. */
      readableRefs: readonly string[];
      /** Accounts of which the caller may see what belongs to no entity. */
      readableAccounts: readonly string[];
    });

/** The events of a scope after a place, newest first. */
export async function queryEvents(
  knex: Knex,
  scope: EventScope,
  filter: AuditEventFilter,
  page: { after?: EventPlace; limit: number },
): Promise<AuditEvent[]> {
  const query = scoped(knex, scope)
    .select('e.event')
    .orderBy([
      { column: 'e.event_time', order: 'desc' },
      { column: 'e.event_id', order: 'desc' },
    ])
    .limit(page.limit);
  applyFilter(query, filter);
  const { after } = page;
  if (after) {
    olderThan(query, after, { time: 'e.event_time', id: 'e.event_id' });
  }
  const rows: Array<{ event: string }> = await query;
  return rows.map(({ event }) => JSON.parse(event));
}

/** How many events of a scope there are of each value of a column. */
export async function countEvents(
  knex: Knex,
  scope: EventScope,
  filter: AuditEventFilter,
  column: 'actor_kind' | 'account' | 'region',
): Promise<Record<string, number>> {
  const query = scoped(knex, scope)
    .select({ value: `e.${column}` })
    .count({ count: '*' })
    .groupBy(`e.${column}`);
  applyFilter(query, filter);
  const rows = (await query) as unknown as Array<{
    value: string;
    count: number | string;
  }>;
  return Object.fromEntries(
    rows.map(({ value, count }) => [value, Number(count)]),
  );
}

function scoped(knex: Knex, scope: EventScope): Knex.QueryBuilder {
  if ('entityRef' in scope) {
    return knex('soa_audit_attributions as a')
      .join('soa_audit_events as e', join =>
        join
          .on('e.event_time', 'a.event_time')
          .andOn('e.event_id', 'a.event_id'),
      )
      .where('a.entity_ref', scope.entityRef);
  }
  const { readableRefs, readableAccounts } = scope;
  const attributed = () =>
    knex('soa_audit_attributions as a')
      .select(knex.raw('1'))
      .whereRaw('a.event_time = e.event_time and a.event_id = e.event_id');
  const readable = attributed();
  whereInList(readable, 'a.entity_ref', readableRefs);
  return withinScope(knex, scope).where(visible =>
    visible
      .whereExists(readable)
      .orWhere(nobodys =>
        nobodys
          .whereIn('e.account', readableAccounts)
          .whereNotExists(attributed()),
      ),
  );
}

/**
 * Whose the events of an account or a workspace are, and in which accounts they
 * were logged, whoever may see them.
 */
export async function listOwners(
  knex: Knex,
  scope: { account: string } | { workspaceId: string },
  period: Pick<AuditEventFilter, 'from' | 'to'>,
): Promise<{ entityRefs: string[]; accounts: string[] }> {
  const within = () => {
    const query = withinScope(knex, scope);
    applyFilter(query, period);
    return query;
  };
  const [entityRefs, accounts] = await Promise.all([
    within()
      .join('soa_audit_attributions as a', join =>
        join
          .on('e.event_time', 'a.event_time')
          .andOn('e.event_id', 'a.event_id'),
      )
      .distinct('a.entity_ref')
      .pluck('a.entity_ref'),
    'account' in scope
      ? [scope.account]
      : within().distinct('e.account').pluck('e.account'),
  ]);
  return { entityRefs, accounts };
}

/** Events of an account or a workspace, whoever may see them. */
function withinScope(
  knex: Knex,
  scope: { account: string } | { workspaceId: string },
): Knex.QueryBuilder {
  if ('account' in scope) {
    return knex('soa_audit_events as e').where('e.account', scope.account);
  }
  return knex('soa_audit_workspace_events as w')
    .join('soa_audit_events as e', join =>
      join.on('e.event_time', 'w.event_time').andOn('e.event_id', 'w.event_id'),
    )
    .where('w.workspace_id', scope.workspaceId);
}

function applyFilter(query: Knex.QueryBuilder, filter: AuditEventFilter): void {
  const lists = {
    'e.actor_kind': filter.actorKind,
    'e.event_name': filter.eventName,
    'e.event_source': filter.eventSource,
    'e.account': filter.account,
    'e.region': filter.region,
  };
  for (const [column, values] of Object.entries(lists)) {
    if (values?.length) {
      query.whereIn(column, values);
    }
  }
  const flags = {
    'e.read_only': filter.readOnly,
    'e.failed': filter.failed,
    'e.out_of_band': filter.outOfBand,
    'e.actor_name': filter.actor,
  };
  for (const [column, value] of Object.entries(flags)) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  if (filter.from) {
    query.where('e.event_time', '>=', new Date(filter.from).toISOString());
  }
  if (filter.to) {
    query.where('e.event_time', '<', new Date(filter.to).toISOString());
  }
}
