import type { LoggerService } from '@backstage/backend-plugin-api';
import type { PipelineProof, RunConfirmation } from '../proof';
import type { AuditStore } from '../store';

const MOST_AT_ONCE = 50;

/**
 * Asks HCP Terraform for the runs of proofs that are new.
 *
 * @param options - `follow`: holds what a session has done against its proof
 */
export async function confirmRuns(options: {
  store: AuditStore;
  confirmation: RunConfirmation;
  logger: LoggerService;
  follow: (proofs: PipelineProof[]) => Promise<void>;
  signal?: AbortSignal;
}): Promise<void> {
  const { store, confirmation, logger, follow, signal } = options;
  const silent = new Set<string>();
  let left = MOST_AT_ONCE;
  let page: PipelineProof[] = [];
  do {
    page = await store.listUnconfirmed({
      after: page[page.length - 1],
      limit: MOST_AT_ONCE,
    });
    for (const proof of page) {
      signal?.throwIfAborted();
      // Those of one that does not answer must not hold up the others.
      if (left > 0 && !silent.has(proof.organization)) {
        left -= 1;
        const confirmed = await confirm(proof);
        if (confirmed) {
          // Marked as done last: if this stops half way, it is done again.
          await store.confirm(confirmed, false);
          await follow([confirmed]);
          await store.confirm(confirmed, true);
        }
      }
    }
  } while (left > 0 && page.length === MOST_AT_ONCE);

  async function confirm(
    proof: PipelineProof,
  ): Promise<PipelineProof | undefined> {
    try {
      return await confirmation.confirm(proof, signal);
    } catch (error) {
      signal?.throwIfAborted();
      silent.add(proof.organization);
      logger.warn('A run could not be confirmed; it is asked for again', {
        organization: proof.organization,
        reason: String(error),
      });
      return undefined;
    }
  }
}
