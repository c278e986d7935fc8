import { setTimeout as sleep } from 'node:timers/promises';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { NotFoundError, ResponseError } from '@backstage/errors';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { Rollout } from '@backstage-soa/plugin-soa-common';
import type { z as zod } from 'zod/v3';
import { componentRefInput, placementsInput, validateInput } from '../inputs';

const input = {
  componentRef: componentRefInput,
  sourceUrl: (z: typeof zod) =>
    z
      .string()
      .url()
      .describe(
        'What to apply: a folder on a source-code host, or an archive (.tar.gz), that holds infra/',
      ),
  placements: placementsInput,
};

// A component that was just registered takes the catalog some seconds.
const ATTEMPTS = 30;
const PAUSE_MS = 2_000;

/** `soa:rollout:start` */
export function createStartRolloutAction(options: {
  delivery: SoaDeliveryClient;
  pause?: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;
}) {
  const pause =
    options.pause ??
    ((milliseconds, signal) => sleep(milliseconds, undefined, { signal }));
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
      sourceUrl: https://github.com/acme/orders/tree/main
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
      const { componentRef, sourceUrl, placements } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would start a rollout of ${componentRef} to ${placements
            .map(({ key }) => key)
            .join(', ')}`,
        );
        ctx.output('rolloutId', 'unknown');
        ctx.output('url', '/soa-delivery');
        return;
      }
      const credentials = await ctx.getInitiatorCredentials();
      const start = () =>
        options.delivery.startRollout(
          {
            componentRef,
            source: { url: sourceUrl },
            placements,
            idempotencyKey: `${ctx.task.id}.${ctx.step?.id ?? ''}`,
          },
          { credentials, signal: ctx.signal },
        );
      const { id } = await untilKnown(componentRef, start, attempt => {
        if (attempt === 1) {
          ctx.logger.info(`Waiting until the catalog knows ${componentRef}`);
        }
        return pause(PAUSE_MS, ctx.signal);
      });
      const url = `/soa-delivery/rollouts/${id}`;
      ctx.logger.info(`The rollout has begun: ${url}`);
      ctx.output('rolloutId', id);
      ctx.output('url', url);
    },
  });
}

async function untilKnown(
  componentRef: string,
  start: () => Promise<Rollout>,
  wait: (attempt: number) => Promise<unknown>,
): Promise<Rollout> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start();
    } catch (error) {
      const isUnknown =
        error instanceof ResponseError && error.statusCode === 404;
      if (!isUnknown) {
        throw error;
      }
      if (attempt === ATTEMPTS) {
        throw new NotFoundError(
          `componentRef: the catalog does not know ${componentRef}, or you may not see it: look at the log of the step that registers it, and run this again`,
          error,
        );
      }
      await wait(attempt);
    }
  }
}
