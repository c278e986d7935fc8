import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import type { Knex } from 'knex';
import type { LeaseRow } from './rows';

// Longer than a request to AWS takes with most of its retries: it is renewed
// with each page.
const LEASE_MS = 5 * 60_000;

/** The right to read a shard, until it is given back or expires. */
export class ShardLease {
  constructor(
    private readonly knex: Knex,
    private readonly key: AuditShard & { source: string },
    private readonly holder: string,
    private readonly now: () => Date,
  ) {}

  /** The columns of one who has it from now on. */
  held(): Pick<LeaseRow, 'holder' | 'expires_at'> {
    return {
      holder: this.holder,
      expires_at: new Date(this.now().getTime() + LEASE_MS).toISOString(),
    };
  }

  /** @returns false if somebody else has it, because it had expired */
  async renew(): Promise<boolean> {
    return (await this.#own().update(this.held())) === 1;
  }

  /** @param isRead - whether a read has ended, well or not */
  async release(isRead: boolean): Promise<void> {
    await this.#own().update({
      holder: null,
      expires_at: null,
      ...(isRead && { read_at: this.now().toISOString() }),
    });
  }

  #own() {
    return this.knex<LeaseRow>('soa_audit_leases').where({
      ...this.key,
      holder: this.holder,
    });
  }
}
