import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';

/** Why a placement, or all of them, would be refused deploy access. */
export interface AccessRefusal {
  /** Absent where it is not about one of them. */
  placement?: ResolvedPlacement;
  message: string;
}

/**
 * Why a service would be refused deploy access, asked before anything is made for
 * it: what is published by then would be in the way of another choice.
 *
 * @returns none in a dry run if it cannot be asked
 * @throws ServiceUnavailableError if it cannot be asked
 */
export async function accessRefusals(options: {
  delivery: Pick<SoaDeliveryClient, 'requestAccess'>;
  name: string;
  owner: string;
  placements: ResolvedPlacement[];
  credentials: BackstageCredentials;
  isDryRun: boolean;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
}): Promise<AccessRefusal[]> {
  const { delivery, name, owner, placements, credentials, signal } = options;
  try {
    const { items } = await delivery.requestAccess(
      {
        componentRef: `component:default/${name}`,
        owner,
        placements,
        dryRun: true,
      },
      { credentials, signal },
    );
    return items
      .filter(({ state }) => state === 'failed')
      .map(({ workspace, account, reason }) => ({
        placement: placements.find(
          one => one.workspace === workspace && one.account === account,
        ),
        message: reason ?? `${workspace} has no deploy access.`,
      }));
  } catch (error) {
    signal?.throwIfAborted();
    if (isRefusal(error)) {
      return [{ message: error.message }];
    }
    const why = error instanceof Error ? error.message : String(error);
    if (options.isDryRun) {
      options.logger.info(
        `Whether ${name} can have deploy access is unknown. ${why}`,
      );
      return [];
    }
    throw new ServiceUnavailableError(
      `Whether ${name} can have deploy access is not known, so nothing has been made. ${why}`,
    );
  }
}

/** An answer that is no, and not that there is nobody who could answer. */
function isRefusal(error: unknown): error is ResponseError {
  return (
    error instanceof ResponseError &&
    error.statusCode < 500 &&
    error.statusCode !== 404
  );
}
