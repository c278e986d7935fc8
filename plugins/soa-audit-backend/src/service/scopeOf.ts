import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import { withinScope } from '../store';
import type { AuditStore, EventScope } from '../store';
import { accountOf } from './accountOf';
import type { AuditAccess } from './AuditAccess';
import { workspaceOf } from './workspaceOf';

/** Whose events an entity's are, as far as the caller may see them. */
export async function scopeOf(
  entity: Entity,
  { store, access }: { store: AuditStore; access: AuditAccess },
  credentials: BackstageCredentials,
): Promise<EventScope> {
  const scope = wholeScopeOf(entity);
  if (!scope) {
    return { entityRef: stringifyEntityRef(entity) };
  }
  const accounts: string[] =
    'account' in scope
      ? [scope.account]
      : await withinScope(store.knex, scope)
          .distinct('e.account')
          .pluck('e.account');
  const refs: string[] = await withinScope(store.knex, scope)
    .join('soa_audit_attributions as a', join =>
      join.on('e.event_time', 'a.event_time').andOn('e.event_id', 'a.event_id'),
    )
    .distinct('a.entity_ref')
    .pluck('a.entity_ref');
  return {
    ...scope,
    readableRefs: await access.readable(refs, credentials),
    readableAccounts: await access.readableAccounts(accounts, credentials),
  };
}

function wholeScopeOf(entity: Entity) {
  const account = accountOf(entity);
  const workspaceId = workspaceOf(entity);
  if (account) {
    return { account };
  }
  return workspaceId ? { workspaceId } : undefined;
}
