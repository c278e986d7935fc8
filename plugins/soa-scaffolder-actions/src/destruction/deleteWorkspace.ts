import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import type { HeldWorkspace } from '../held';
import type { RunClock } from '../runs';

const ATTEMPTS = 7;
const PAUSE_MS = 5_000;

/** A workspace that HCP Terraform does not delete as it is now. */
export class NotDeletedError extends Error {
  constructor(
    reason: string,
    /** Undefined where the host does not count. */
    readonly resourcesLeft: number | undefined,
  ) {
    super(reason);
  }
}

/**
 * Deletes a workspace that has no resources left. Its state may still be read
 * for a while after its last run; and somebody else may delete it, too.
 *
 * @throws NotDeletedError if resources are left in it, or it is locked
 */
export async function deleteWorkspace(
  { client, workspace, fullName }: HeldWorkspace,
  options: {
    /** Whether a run has destroyed what was in it. */
    isEmptied: boolean;
    clock: RunClock;
    signal?: AbortSignal;
  },
): Promise<void> {
  const { isEmptied, clock, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.safeDeleteWorkspace(workspace.id, { signal });
      return;
    } catch (error) {
      if (!(error instanceof HcpTerraformError)) {
        throw error;
      }
      const now = await client.findWorkspace(workspace.name, { signal });
      if (now?.id !== workspace.id) {
        return;
      }
      if (error.kind === 'not-found-or-not-allowed') {
        throw new HcpTerraformError(
          error.kind,
          `The portal's token may not delete ${fullName}: give its team admin access to the workspace`,
          error.status,
        );
      }
      if (error.kind !== 'conflict' && error.kind !== 'unavailable') {
        throw error;
      }
      const resourcesLeft = now.resourceCount;
      const hasResources = !isEmptied && (resourcesLeft ?? 0) > 0;
      if (error.kind === 'conflict' && (hasResources || attempt === ATTEMPTS)) {
        throw new NotDeletedError(error.message, resourcesLeft);
      }
      if (attempt === ATTEMPTS) {
        throw error;
      }
      await clock.pause(PAUSE_MS, signal);
    }
  }
}
