import type { CloudTrailRecord } from './CloudTrailRecord';

/** A record, and from when on CloudTrail shows it. */
export interface Delivery {
  record: CloudTrailRecord;
  /** Milliseconds since 1970. */
  deliveredAt: number;
}

/** Where a record stands in a log: logs are read newest first. */
export interface LogPosition {
  eventTime: string;
  eventID: string;
}

/** All records of the organisation, by account and Region, newest first. */
export class CloudTrailLog {
  readonly #shards = new Map<string, Delivery[]>();

  /** Holds these, and no other. */
  replace(deliveries: readonly Delivery[]): void {
    this.#shards.clear();
    for (const delivery of deliveries) {
      this.#shardOf(delivery.record).push(delivery);
    }
    for (const shard of this.#shards.values()) {
      shard.sort(({ record: one }, { record: other }) =>
        isNewer(one, other) ? -1 : Number(isNewer(other, one)),
      );
    }
  }

  append(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) {
      const shard = this.#shardOf(delivery.record);
      shard.splice(indexOf(shard, delivery.record), 0, delivery);
    }
  }

  /** What CloudTrail shows at this time, newest first. */
  *read(
    account: string,
    region: string,
    options: { now: number; after?: LogPosition },
  ): Iterable<CloudTrailRecord> {
    const shard = this.#shards.get(shardKey(account, region)) ?? [];
    const { now, after } = options;
    for (
      let index = after ? indexOf(shard, after) : 0;
      index < shard.length;
      index += 1
    ) {
      const { record, deliveredAt } = shard[index];
      const isAfter =
        !after ||
        record.eventID !== after.eventID ||
        record.eventTime !== after.eventTime;
      if (isAfter && deliveredAt <= now) {
        yield record;
      }
    }
  }

  #shardOf({ recipientAccountId, awsRegion }: CloudTrailRecord): Delivery[] {
    const key = shardKey(recipientAccountId, awsRegion);
    const shard = this.#shards.get(key) ?? [];
    this.#shards.set(key, shard);
    return shard;
  }
}

function shardKey(account: string, region: string): string {
  return `${account}/${region}`;
}

/** Of the first that is not newer than this one. */
function indexOf(shard: readonly Delivery[], position: LogPosition): number {
  let low = 0;
  let high = shard.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isNewer(shard[middle].record, position)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function isNewer(one: LogPosition, other: LogPosition): boolean {
  return one.eventTime === other.eventTime
    ? one.eventID > other.eventID
    : one.eventTime > other.eventTime;
}
