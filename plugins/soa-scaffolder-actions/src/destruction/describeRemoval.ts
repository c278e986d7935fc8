import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';

/** Says in a dry run whose roles would be taken away, as far as it is known. */
export async function describeRemoval(
  workspaces: readonly string[],
  options: {
    delivery: Pick<SoaDeliveryClient, 'listAccess'>;
    componentRef: string;
    credentials: BackstageCredentials;
    logger: Pick<LoggerService, 'info'>;
    signal?: AbortSignal;
  },
): Promise<void> {
  const { delivery, componentRef, credentials, logger, signal } = options;
  try {
    const { items } = await delivery.listAccess(
      { componentRef },
      { credentials, signal },
    );
    for (const { workspace, account } of items) {
      if (workspaces.includes(workspace)) {
        logger.info(`${workspace}: would lose its deploy access in ${account}`);
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    logger.info(
      `The deploy access of ${componentRef}: unknown. ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}
