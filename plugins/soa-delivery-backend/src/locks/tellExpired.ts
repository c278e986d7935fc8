import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { auditedBy } from '../audit';
import { ownerInWords } from '../reservations';
import type { LockRecord, LockStore } from './store';

/** Says of locks that nobody has freed that their time was up. */
export async function tellExpired(
  expired: readonly LockRecord[],
  options: {
    store: Pick<LockStore, 'describe'>;
    auditor: Pick<AuditorService, 'createEvent'>;
    logger: Pick<LoggerService, 'info'>;
  },
): Promise<void> {
  const { store, auditor, logger } = options;
  for (const lock of expired) {
    const { heldSince, target } = lock;
    const owner = ownerInWords(lock.owner);
    const meta = { ...store.describe(lock), owner };
    await auditedBy(auditor, meta)('lock-expired', async () => undefined);
    logger.info(
      `The ${heldSince ? 'lock' : 'place in the queue'} of ${owner} for ${
        target.kind
      } ${target.id} has expired`,
    );
  }
}
