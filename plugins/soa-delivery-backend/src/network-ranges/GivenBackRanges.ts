import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RangeSources } from './RangeSources';
import type { RangeStore } from './store';

const AT_ONCE = 100;
// Longer than whoever asks for one waits, and tries again.
const STUCK_MS = 3_600_000;

/** Takes ranges that were given back to where they are free. */
export class GivenBackRanges {
  constructor(
    private readonly options: {
      store: RangeStore;
      sources: RangeSources;
      logger: Pick<LoggerService, 'info' | 'warn'>;
      now?: () => Date;
    },
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const { store, sources, logger, now = () => new Date() } = this.options;
    const stuck = await store.listStuck(new Date(now().getTime() - STUCK_MS));
    for (const range of stuck) {
      await store.release(range);
    }
    let afterId: string | undefined;
    for (;;) {
      const ranges = await store.listReleasing({ afterId, limit: AT_ONCE });
      for (const range of ranges) {
        signal?.throwIfAborted();
        const name = range.cidr ?? range.id;
        try {
          if (await sources.of(range).giveBack(range)) {
            logger.info(`The range ${name} of the pool ${range.pool} is free`);
          }
        } catch (error) {
          signal?.throwIfAborted();
          logger.warn(
            `The range ${name} of the pool ${range.pool} could not be given back, which is tried again: ${error}`,
          );
        }
      }
      if (ranges.length < AT_ONCE) {
        return;
      }
      afterId = ranges[ranges.length - 1].id;
    }
  }
}
