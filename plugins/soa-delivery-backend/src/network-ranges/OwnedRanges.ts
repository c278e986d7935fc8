import type { OwnedReservations } from '../reservations';
import type { RangeRecord, RangeStore } from './store';

/** Network ranges, as far as their owners' ends are concerned. */
export class OwnedRanges implements OwnedReservations<RangeRecord> {
  readonly what = 'network';

  constructor(private readonly store: RangeStore) {}

  listOwned(options: Parameters<RangeStore['listOwned']>[0]) {
    return this.store.listOwned(options);
  }

  noteMissing(range: RangeRecord, missingSince: string | undefined) {
    return this.store.noteMissing(range, missingSince);
  }

  free(range: RangeRecord) {
    return this.store.release(range);
  }

  describe(range: RangeRecord) {
    return this.store.describe(range);
  }
}
