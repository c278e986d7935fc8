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

  append(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) {
      const { recipientAccountId, awsRegion } = delivery.record;
      const key = shardKey(recipientAccountId, awsRegion);
      const shard = this.#shards.get(key) ?? [];
      this.#shards.set(key, shard);
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
