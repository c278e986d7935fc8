import type { OverlappingVpc } from '@backstage-soa/plugin-soa-common';
import type { VpcRange } from '@backstage-soa/plugin-soa-node';
import type { Knex } from 'knex';
import { parseSpan } from '../pools';
import type { Span } from '../pools';

// So that one statement has no more values than SQLite takes.
const INSERT_AT_ONCE = 100;
const MOST_OVERLAPS = 5;
// No VPC is larger than a /16, which bounds where one can begin that overlaps.
const LARGEST_VPC = 65_536;

/** An account, and a Region of it. */
export interface VpcPlace {
  account: string;
  region: string;
}

export interface VpcReading extends VpcPlace {
  /** When the last whole reading began. */
  readAt?: string;
  triedAt: string;
  /** Why the last one did not come to its end. */
  error?: string;
}

interface VpcRow {
  account: string;
  region: string;
  vpc_id: string;
  cidr: string;
  owner_account: string;
  first: number;
  last: number;
}

interface ReadingRow {
  account: string;
  region: string;
  read_at: string | null;
  tried_at: string;
  error: string | null;
}

/** The VPCs that are there, by account and Region, as they were read last. */
export class VpcStore {
  constructor(private readonly knex: Knex) {}

  /** Takes a whole reading for all there is. */
  async save(
    place: VpcPlace,
    ranges: readonly VpcRange[],
    readAt: string,
  ): Promise<void> {
    const rows = ranges.flatMap(({ vpcId, cidr, ownerAccount }): VpcRow[] => {
      const span = parseSpan(cidr);
      return span
        ? [
            {
              ...place,
              vpc_id: vpcId,
              cidr,
              owner_account: ownerAccount,
              ...span,
            },
          ]
        : [];
    });
    await this.knex.transaction(async tx => {
      await this.#note(tx, {
        ...place,
        read_at: readAt,
        tried_at: readAt,
        error: null,
      });
      await tx<VpcRow>('soa_vpc_ranges').where(place).delete();
      for (let start = 0; start < rows.length; start += INSERT_AT_ONCE) {
        await tx<VpcRow>('soa_vpc_ranges')
          .insert(rows.slice(start, start + INSERT_AT_ONCE))
          .onConflict()
          .ignore();
      }
    });
  }

  /** Notes why a reading did not come to its end; what was read before it stays. */
  async noteFailure(
    place: VpcPlace,
    error: string,
    triedAt: string,
  ): Promise<void> {
    await this.#note(this.knex, { ...place, tried_at: triedAt, error });
  }

  async reading(place: VpcPlace): Promise<VpcReading | undefined> {
    const row = await this.knex<ReadingRow>('soa_vpc_readings')
      .where(place)
      .first();
    return row && toReading(row);
  }

  async listReadings(): Promise<VpcReading[]> {
    return (await this.knex<ReadingRow>('soa_vpc_readings')).map(toReading);
  }

  /** VPCs that have addresses of a range and are in another account or Region. */
  async overlapping(
    span: Span,
    { account, region }: VpcPlace,
  ): Promise<OverlappingVpc[]> {
    const rows: VpcRow[] = await this.knex<VpcRow>('soa_vpc_ranges')
      .whereBetween('first', [span.first - LARGEST_VPC, span.last])
      .andWhere('last', '>=', span.first)
      .andWhereNot({ owner_account: account, region })
      .orderBy(['account', 'region', 'vpc_id', 'cidr'])
      .limit(MOST_OVERLAPS);
    return rows.map(toVpc);
  }

  /** Ranges of others that VPCs have addresses of, the first of them. */
  async listOverlaps(
    limit: number,
  ): Promise<Array<{ cidr: string; pool: string; vpc: OverlappingVpc }>> {
    const rows: Array<VpcRow & { range_cidr: string; pool: string }> =
      await this.knex('soa_network_ranges as held')
        .join('soa_vpc_ranges as vpc', join =>
          join
            .on('vpc.first', '<=', 'held.last')
            .andOn(
              'vpc.first',
              '>=',
              this.knex.raw('held.first - ?', [LARGEST_VPC]),
            )
            .andOn('vpc.last', '>=', 'held.first'),
        )
        .select('vpc.*', { range_cidr: 'held.cidr', pool: 'held.pool' })
        .where('held.state', 'held')
        .whereRaw(
          'NOT (vpc.owner_account = held.account AND vpc.region = held.region)',
        )
        .orderBy(['held.id', 'vpc.vpc_id'])
        .limit(limit);
    return rows.map(row => ({
      cidr: row.range_cidr,
      pool: row.pool,
      vpc: toVpc(row),
    }));
  }

  /** Knows nothing of accounts any more that are no longer there. */
  async forgetAccounts(accounts: readonly string[]): Promise<void> {
    for (const account of accounts) {
      await this.knex.transaction(async tx => {
        await tx('soa_vpc_ranges').where({ account }).delete();
        await tx('soa_vpc_readings').where({ account }).delete();
      });
    }
  }

  async #note(
    knex: Knex,
    reading: Partial<ReadingRow> & VpcPlace,
  ): Promise<void> {
    await knex<ReadingRow>('soa_vpc_readings')
      .insert(reading as ReadingRow)
      .onConflict(['account', 'region'])
      .merge();
  }
}

function toVpc(row: VpcRow): OverlappingVpc {
  return {
    id: row.vpc_id,
    account: row.owner_account,
    region: row.region,
    cidr: row.cidr,
  };
}

function toReading(row: ReadingRow): VpcReading {
  return {
    account: row.account,
    region: row.region,
    readAt: row.read_at ?? undefined,
    triedAt: row.tried_at,
    error: row.error ?? undefined,
  };
}
