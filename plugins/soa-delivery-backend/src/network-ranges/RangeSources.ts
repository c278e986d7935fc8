import { ConflictError } from '@backstage/errors';
import type { RangeBackend } from './backends';
import type { NetworkPool } from './pools';
import type { RangeRecord } from './store';

/** The pools, and where the ranges of each come from. */
export class RangeSources {
  readonly #backends: ReadonlyMap<string, RangeBackend>;

  constructor(
    readonly pools: readonly NetworkPool[],
    backendOf: (pool: NetworkPool) => RangeBackend,
  ) {
    this.#backends = new Map(pools.map(pool => [pool.name, backendOf(pool)]));
  }

  /**
   * @throws ConflictError for a pool that is no longer configured, which cannot take
   *   its ranges back
   */
  of({ pool }: Pick<RangeRecord, 'pool'>): RangeBackend {
    const backend = this.#backends.get(pool);
    if (!backend) {
      throw new ConflictError(
        `The pool ${pool} is no longer in soa.delivery.network.pools: its ranges are given back once it is there again`,
      );
    }
    return backend;
  }
}
