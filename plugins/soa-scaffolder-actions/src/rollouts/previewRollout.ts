import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type {
  RolloutPreview,
  RolloutRequest,
} from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import { isUnanswered } from '../delivery';
import { describeOrder } from './describeOrder';
import { sourceFor } from './sourceFor';

interface Options {
  delivery: Pick<SoaDeliveryClient, 'previewRollout'>;
  /** Absent where the catalog does not show it yet. */
  entity: Entity | undefined;
  /** No URL as long as nothing is published. */
  sourceUrl: string | undefined;
  request: Omit<RolloutRequest, 'source'>;
  credentials: BackstageCredentials;
  logger: Pick<LoggerService, 'info'>;
  signal?: AbortSignal;
}

/**
 * Says what a rollout would do, and starts none. What cannot be read is unknown,
 * and no failure.
 *
 * @returns the id of the rollout that it would join
 * @throws ResponseError or InputError if it would be refused
 */
export async function previewRollout(
  options: Options,
): Promise<string | undefined> {
  const { logger } = options;
  const { componentRef, placements, operation } = options.request;
  const { joins, unknown, stages } = await ask(options);
  const what =
    operation === 'destroy' ? 'a rollout that destroys' : 'a rollout of';
  if (unknown) {
    logger.info(
      `Whether the rollout would be refused, or is under way already, is unknown. ${unknown}`,
    );
  }
  logger.info(
    joins
      ? `Would start no rollout of ${componentRef}, but join the same one, which is under way: /soa-delivery/rollouts/${joins.id}`
      : `Would start ${what} ${componentRef} to ${describeOrder(
          stages ?? [
            {
              environment: 'unknown',
              waves: [placements.map(({ key }) => key)],
            },
          ],
        )}`,
  );
  return joins?.id;
}

async function ask(
  options: Options,
): Promise<Partial<RolloutPreview> & { unknown?: string }> {
  const { delivery, entity, sourceUrl, request, credentials, signal } = options;
  const { componentRef } = request;
  if (!entity) {
    return { unknown: `The catalog does not show ${componentRef} yet.` };
  }
  const url = sourceFor(entity, { componentRef, sourceUrl });
  if (!URL.canParse(url)) {
    return { unknown: `Nothing is published yet: "${url}" is no URL.` };
  }
  try {
    return await delivery.previewRollout(
      { ...request, source: { url } },
      { credentials, signal },
    );
  } catch (error) {
    signal?.throwIfAborted();
    if (!isUnanswered(error)) {
      throw error;
    }
    return { unknown: error.message };
  }
}
