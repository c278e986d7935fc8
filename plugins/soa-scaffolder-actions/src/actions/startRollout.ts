import { createHash } from 'node:crypto';
import type { PermissionsService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ROLLOUT_OPERATIONS,
  soaWorkspaceApplyPermission,
  soaWorkspaceDestroyPermission,
} from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { waitForEntity } from '../catalog';
import type { Pause } from '../catalog';
import { refuseNonUrl } from '../configuration';
import { untilAnswered } from '../delivery';
import {
  componentRefInput,
  placementsInput,
  planInput,
  validateInput,
} from '../inputs';
import { checkComponent } from '../policy';
import { previewRollout, sourceFor } from '../rollouts';

const input = {
  componentRef: componentRefInput,
  sourceUrl: (z: typeof zod) =>
    // In a dry run, nothing is published yet that could be named.
    z
      .string()
      .min(1)
      .optional()
      .describe(
        'What to apply: a folder on a source-code host, or an archive (.tar.gz), that holds infra/; where the component comes from if absent',
      ),
  placements: placementsInput,
  operation: (z: typeof zod) =>
    z
      .enum(ROLLOUT_OPERATIONS)
      .optional()
      .describe(
        'apply if absent; destroy: the placements lose all that they have, and their workspaces go',
      ),
  unregister: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'With destroy: whether the component leaves the catalog once all is destroyed',
      ),
  exclusive: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether it waits until it has the accounts of its placements for itself: it queues with other exclusive rollouts, and with locks',
      ),
  plan: planInput,
};

/** `soa:rollout:start` */
export function createStartRolloutAction(options: {
  catalog: Pick<CatalogService, 'getEntityByRef'>;
  delivery: Pick<SoaDeliveryClient, 'startRollout' | 'previewRollout'>;
  permissions: PermissionsService;
  pause?: Pause;
}) {
  const { catalog, delivery, permissions, pause } = options;
  return createTemplateAction({
    id: 'soa:rollout:start',
    description:
      'Starts a rollout of a component through its placements, and ends without waiting for it',
    supportsDryRun: true,
    examples: [
      {
        description: 'The first rollout of a service',
        example: `steps:
  - id: rollout
    name: Start the rollout
    action: soa:rollout:start
    input:
      componentRef: component:default/orders
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: us-east-1
          runtime: ecs-fargate
          key: prod-use1
          workspace: acme/orders-prod-use1
`,
      },
    ],
    schema: {
      input,
      output: { rolloutId: z => z.string(), url: z => z.string() },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, placements, sourceUrl } = ctx.input;
      const { operation, unregister, exclusive, plan } = ctx.input;
      const request = {
        componentRef,
        placements,
        operation,
        unregister,
        exclusive,
        plan,
      };
      const credentials = await ctx.getInitiatorCredentials();
      const { logger, signal } = ctx;
      if (ctx.isDryRun) {
        // Otherwise it is the backend that asks.
        const entity = await checkComponent({
          catalog,
          permissions,
          componentRef,
          permission:
            operation === 'destroy'
              ? soaWorkspaceDestroyPermission
              : soaWorkspaceApplyPermission,
          credentials,
          isDryRun: true,
          logger,
          signal,
        });
        const joined = await previewRollout({
          delivery,
          entity,
          sourceUrl,
          request,
          credentials,
          logger,
          signal,
        });
        ctx.output('rolloutId', joined ?? 'unknown');
        ctx.output(
          'url',
          joined ? `/soa-delivery/rollouts/${joined}` : '/soa-delivery',
        );
        return;
      }
      refuseNonUrl(sourceUrl);
      const entity = await waitForEntity({
        catalog,
        entityRef: componentRef,
        credentials,
        logger,
        signal,
        pause,
      });
      const url = sourceFor(entity, { componentRef, sourceUrl });
      logger.info(`What is applied: ${url}`);
      const { id } = await untilAnswered(
        () =>
          delivery.startRollout(
            {
              ...request,
              source: { url },
              idempotencyKey: keyOf(ctx.task.id, ctx.step?.id, url),
            },
            { credentials, signal },
          ),
        { logger, signal, pause },
      );
      const page = `/soa-delivery/rollouts/${id}`;
      logger.info(`The rollout has begun: ${page}`);
      ctx.output('rolloutId', id);
      ctx.output('url', page);
    },
  });
}

/** A task that starts over can come to another source: that is another rollout. */
function keyOf(task: string, step: string | undefined, source: string): string {
  const hash = createHash('sha256').update(source).digest('hex');
  return `${task}.${step ?? ''}.${hash.slice(0, 16)}`;
}
