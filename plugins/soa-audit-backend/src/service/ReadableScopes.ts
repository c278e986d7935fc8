import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Entity } from '@backstage/catalog-model';
import type { AuditEventFilter } from '@backstage-soa/plugin-soa-common';
import { Recent, RecentlyUsed } from '@backstage-soa/plugin-soa-node';
import pLimit from 'p-limit';
import { listOwners } from '../store';
import type { AuditStore, EventScope } from '../store';
import { accountOf } from './accountOf';
import type { AuditAccess } from './AuditAccess';
import { workspaceOf } from './workspaceOf';

type Period = Pick<AuditEventFilter, 'from' | 'to'>;

// A view asks every ten seconds, in each tab in which it is open.
const MAX_AGE_MS = 30_000;
// Each can name every component of an account.
const SCOPES_KEPT = 100;
const HOUR_MS = 3_600_000;
const REFS_AT_ONCE = 1_000;
const REQUESTS_AT_ONCE = 4;

/** Whose events an entity's are, as far as a caller may see them. */
export class ReadableScopes {
  readonly #kept = new RecentlyUsed<Recent<EventScope>>(SCOPES_KEPT);

  constructor(
    private readonly options: {
      store: Pick<AuditStore, 'knex'>;
      access: Pick<AuditAccess, 'readable' | 'readableAccounts'>;
      now?: () => Date;
    },
  ) {}

  /** What a caller may see of an account or a workspace is kept for 30 seconds. */
  async of(
    entity: Entity,
    filter: Period,
    credentials: BackstageCredentials,
  ): Promise<EventScope> {
    const scope = wholeScopeOf(entity);
    if (!scope) {
      return { entityRef: stringifyEntityRef(entity) };
    }
    const period = wholeHoursOf(filter);
    const key = JSON.stringify([credentials.principal, scope, period]);
    const { now } = this.options;
    return this.#kept
      .get(key, () => new Recent({ maxAgeMs: MAX_AGE_MS, now }))
      .get(() => this.#read(scope, period, credentials));
  }

  async #read(
    scope: { account: string } | { workspaceId: string },
    period: Period,
    credentials: BackstageCredentials,
  ): Promise<EventScope> {
    const { store, access } = this.options;
    const owners = await listOwners(store.knex, scope, period);
    const { entityRefs, accounts } = owners;
    const limit = pLimit(REQUESTS_AT_ONCE);
    const readable = await Promise.all(
      Array.from(
        { length: Math.ceil(entityRefs.length / REFS_AT_ONCE) },
        (_, index) =>
          limit(() =>
            access.readable(
              entityRefs.slice(
                index * REFS_AT_ONCE,
                (index + 1) * REFS_AT_ONCE,
              ),
              credentials,
            ),
          ),
      ),
    );
    return {
      ...scope,
      readableRefs: readable.flat(),
      readableAccounts: await access.readableAccounts(accounts, credentials),
    };
  }
}

function wholeScopeOf(entity: Entity) {
  const account = accountOf(entity);
  const workspaceId = workspaceOf(entity);
  if (account) {
    return { account };
  }
  return workspaceId ? { workspaceId } : undefined;
}

/** A little more than the period, so that it stays the same for a while. */
function wholeHoursOf({ from, to }: Period): Period {
  const hour = (time: string, round: (hours: number) => number) =>
    new Date(round(Date.parse(time) / HOUR_MS) * HOUR_MS).toISOString();
  return {
    ...(from && { from: hour(from, Math.floor) }),
    ...(to && { to: hour(to, Math.ceil) }),
  };
}
