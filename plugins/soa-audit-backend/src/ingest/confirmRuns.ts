import type { LoggerService } from '@backstage/backend-plugin-api';
import { isTrusted } from '../proof';
import type { PipelineProof, PipelineTrust, RunConfirmation } from '../proof';
import type { AuditStore } from '../store';

const PAGE = 100;

/**
 * Asks HCP Terraform for the runs of proofs that are new: for each run once,
 * however many access keys it has had.
 *
 * @param options - `accounts`: only of keys that hold in these; `follow`: holds
 *   what a session has done against its proof
 */
export async function confirmRuns(options: {
  store: Pick<AuditStore, 'proofs'>;
  confirmation: Pick<RunConfirmation, 'confirm'>;
  logger: LoggerService;
  settings: PipelineTrust;
  follow: (proofs: PipelineProof[]) => Promise<void>;
  accounts?: readonly string[];
  signal?: AbortSignal;
}): Promise<void> {
  const { store, confirmation, logger, settings, follow, accounts, signal } =
    options;
  const silent = new Set<string>();
  const answers = new Map<string, PipelineProof>();
  let page: PipelineProof[] = [];
  do {
    page = await store.proofs.listUnconfirmed({
      after: page[page.length - 1],
      accounts,
      limit: PAGE,
    });
    for (const proof of page) {
      signal?.throwIfAborted();
      const confirmed = await confirm(proof);
      if (confirmed) {
        // Marked as done last: if this stops half way, it is done again.
        await store.proofs.confirm(confirmed, false);
        await follow([confirmed]);
        await store.proofs.confirm(confirmed, true);
      }
    }
  } while (page.length === PAGE);

  async function confirm(
    proof: PipelineProof,
  ): Promise<PipelineProof | undefined> {
    const { organization, workspace, claimedRunId } = proof;
    // Those of one that does not answer must not hold up the others; of one that
    // is not configured any more, nobody can be asked.
    if (silent.has(organization) || !isTrusted(proof, settings)) {
      return undefined;
    }
    const run = JSON.stringify([organization, workspace, claimedRunId]);
    try {
      const answer =
        answers.get(run) ?? (await confirmation.confirm(proof, signal));
      answers.set(run, answer);
      const { workspaceId, runId, runUrl } = answer;
      return {
        ...proof,
        ...(workspaceId && { workspaceId }),
        ...(runId && { runId, runUrl }),
      };
    } catch (error) {
      signal?.throwIfAborted();
      silent.add(organization);
      logger.warn('A run could not be confirmed; it is asked for again', {
        organization,
        reason: String(error),
      });
      return undefined;
    }
  }
}
