import { randomUUID } from 'node:crypto';
import type { AuditShard } from '@backstage-soa/plugin-soa-audit-node';
import type { Knex } from 'knex';
import { ShardLease } from './ShardLease';
import type { LeaseRow } from './rows';

/** The shard of a source. */
export interface ShardKey extends AuditShard {
  source: string;
}

/** Sees to it that one replica reads a shard at a time. */
export class ShardLeases {
  constructor(
    private readonly knex: Knex,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * @param options - `unlessReadSince`: not if a read has ended after this
   * @returns `undefined` if somebody else has it, or it was read
   */
  async claim(
    { source, account, region }: ShardKey,
    options: { unlessReadSince?: Date } = {},
  ): Promise<ShardLease | undefined> {
    const { knex, now } = this;
    const key = { source, account, region };
    await knex<LeaseRow>('soa_audit_leases').insert(key).onConflict().ignore();
    const lease = new ShardLease(knex, key, randomUUID(), now);
    const query = knex<LeaseRow>('soa_audit_leases')
      .where(key)
      .where(free =>
        free
          .whereNull('holder')
          .orWhere('expires_at', '<=', now().toISOString()),
      );
    const { unlessReadSince } = options;
    if (unlessReadSince) {
      query.where(unread =>
        unread
          .whereNull('read_at')
          .orWhere('read_at', '<=', unlessReadSince.toISOString()),
      );
    }
    const claimed = await query.update(lease.held());
    return claimed === 1 ? lease : undefined;
  }

  /** When each shard of a source was last read; absent if never. */
  async listReadAt(
    source: string,
  ): Promise<Array<AuditShard & { readAt: string }>> {
    const rows = await this.knex<LeaseRow>('soa_audit_leases')
      .where({ source })
      .whereNotNull('read_at');
    return rows.map(({ account, region, read_at }) => ({
      account,
      region,
      readAt: read_at!,
    }));
  }

  /** Whether somebody is reading the shard, and when a read last ended. */
  async find({
    source,
    account,
    region,
  }: ShardKey): Promise<{ isHeld: boolean; readAt?: string }> {
    const row = await this.knex<LeaseRow>('soa_audit_leases')
      .where({ source, account, region })
      .first();
    return {
      isHeld: (row?.expires_at ?? '') > this.now().toISOString(),
      ...(row?.read_at && { readAt: row.read_at }),
    };
  }
}
