import { NotFoundError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { HcpTerraformError } from '@backstage-soa/plugin-soa-node';
import { unlessUnknown } from '../dry-run';
import { findHeldWorkspace } from '../held';
import type { HeldWorkspace } from '../held';
import { runBatch } from '../runs';

const AT_ONCE = 10;

type FindOptions = Parameters<typeof findHeldWorkspace>[0];

/**
 * Finds the workspaces that an action is about, before it writes anything.
 *
 * @returns fewer than were named in a dry run, for those that cannot be read or
 *   are not there yet, which the log says
 * @throws NotFoundError if one is not there; ConflictError if one is another's
 */
export async function heldWorkspaces(
  fullNames: readonly string[],
  options: Omit<FindOptions, 'fullName'> & {
    isDryRun: boolean;
    /** What to make of those that are not there; an error if absent. */
    tellMissing?: (fullName: string) => void;
    logger: Pick<LoggerService, 'info'>;
  },
): Promise<HeldWorkspace[]> {
  const { isDryRun, logger, signal } = options;
  const { results } = await runBatch(fullNames, {
    concurrency: AT_ONCE,
    mayBegin: () => true,
    stops: () => false,
    work: async fullName => ({
      fullName,
      found: await unlessUnknown(isDryRun, () =>
        findHeldWorkspace({ ...options, fullName }),
      ),
    }),
  });
  signal?.throwIfAborted();
  const held: HeldWorkspace[] = [];
  const missing: string[] = [];
  for (const { fullName, found } of results) {
    if (found instanceof HcpTerraformError) {
      logger.info(`${fullName}: unknown. ${found.message}`);
    } else if (found) {
      held.push(found);
    } else {
      missing.push(fullName);
    }
  }
  if (options.tellMissing) {
    missing.forEach(options.tellMissing);
    return held;
  }
  if (missing.length > 0 && !isDryRun) {
    throw new NotFoundError(
      `workspaces: there is no ${missing.join(
        ', ',
      )}, or the portal's token may not see it: run tfc:workspaces:ensure first. Nothing was done.`,
    );
  }
  for (const fullName of missing) {
    logger.info(
      `${fullName}: unknown. It is not there yet, or the portal's token may not see it.`,
    );
  }
  return held;
}
