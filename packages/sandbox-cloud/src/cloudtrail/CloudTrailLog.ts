import type { CloudTrailRecord } from './CloudTrailRecord';

/** All records of the organisation, by account and Region, newest first. */
export class CloudTrailLog {
  readonly #shards = new Map<string, CloudTrailRecord[]>();

  append(records: readonly CloudTrailRecord[]): void {
    for (const record of records) {
      const key = shardKey(record.recipientAccountId, record.awsRegion);
      const shard = this.#shards.get(key) ?? [];
      this.#shards.set(key, shard);
      // Almost everything comes in the order of time.
      let index = 0;
      while (index < shard.length && isNewer(shard[index], record)) {
        index += 1;
      }
      shard.splice(index, 0, record);
    }
  }

  read(account: string, region: string): readonly CloudTrailRecord[] {
    return this.#shards.get(shardKey(account, region)) ?? [];
  }
}

function shardKey(account: string, region: string): string {
  return `${account}/${region}`;
}

function isNewer(one: CloudTrailRecord, other: CloudTrailRecord): boolean {
  return one.eventTime === other.eventTime
    ? one.eventID > other.eventID
    : one.eventTime > other.eventTime;
}
