import type { Span } from '../pools';
import type { RangeRecord, RangeStore, RangeWish } from '../store';
import type { VpcReader, VpcStore } from '../vpcs';
import type { RangeBackend } from './RangeBackend';

// Where VPCs cannot be read, that is not tried all the time.
const AGAIN_MS = 10 * 60_000;

/** Ranges of our own pools, around the VPCs that are there. */
export class TableRanges implements RangeBackend {
  constructor(
    private readonly options: {
      store: RangeStore;
      vpcs: VpcStore;
      reader: Pick<VpcReader, 'ensureRead' | 'read'>;
      spans: readonly Span[];
      now?: () => Date;
    },
  ) {}

  async allocate(wish: RangeWish): Promise<RangeRecord> {
    const { store, reader, spans } = this.options;
    await reader.ensureRead(wish);
    return store.take(wish, spans);
  }

  /**
   * Its owner's VPC may still be there: it is free once the VPCs were read since, and
   * those that are left keep their addresses.
   */
  async giveBack(range: RangeRecord): Promise<boolean> {
    const { store, vpcs, reader, now = () => new Date() } = this.options;
    const { account, region, releasedAt = '' } = range;
    const before = await vpcs.reading({ account, region });
    const isReadSince = (readAt?: string) => (readAt ?? '') > releasedAt;
    if (!isReadSince(before?.readAt)) {
      const triedAt = before?.triedAt ?? '';
      const isRecent =
        triedAt > releasedAt &&
        now().getTime() - Date.parse(triedAt) < AGAIN_MS;
      if (isRecent || (await reader.read({ account, region }))) {
        return false;
      }
      const after = await vpcs.reading({ account, region });
      if (!isReadSince(after?.readAt)) {
        return false;
      }
    }
    await store.forget(range);
    return true;
  }
}
