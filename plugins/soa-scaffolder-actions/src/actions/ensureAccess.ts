import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type {
  DeployAccess,
  DeployAccessRequest,
} from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { describeAccess, wouldBe } from '../access';
import { isUnanswered, unlessUnanswered, untilAnswered } from '../delivery';
import {
  durationInput,
  durationMs,
  groupRefInput,
  placementsInput,
  serviceNameInput,
  validateInput,
} from '../inputs';
import { systemRunClock } from '../runs';
import type { RunClock } from '../runs';

const PAUSE_MS = 2_000;
const MAX_WAIT_MS = 2 * 60_000;
// A look that hangs is not to outlast the whole wait.
const LOOK_MS = 10_000;

const input = {
  name: serviceNameInput,
  owner: groupRefInput,
  placements: placementsInput,
  maxWait: (z: typeof zod) =>
    durationInput(z)
      .optional()
      .describe(
        'How long to wait for the roles; 2 minutes if absent. A rollout waits for them by itself, however long that takes',
      ),
};

/** `soa:access:ensure` */
export function createEnsureAccessAction(options: {
  delivery: Pick<SoaDeliveryClient, 'requestAccess' | 'listAccess'>;
  clock?: RunClock;
}) {
  const { delivery, clock = systemRunClock } = options;
  return createTemplateAction({
    id: 'soa:access:ensure',
    description:
      "Makes sure that the workspaces of a service have the roles that their runs take on, by the accounts' access workspaces",
    supportsDryRun: true,
    examples: [
      {
        description: 'The deploy access of a service',
        example: `steps:
  - id: access
    name: Make sure of the deploy access
    action: soa:access:ensure
    input:
      name: orders
      owner: group:default/team-shop
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: us-east-1
          runtime: ecs-fargate
          key: prod-use1
          workspace: acme/orders-prod-use1
      maxWait: { minutes: 5 }
`,
      },
    ],
    schema: {
      input,
      output: {
        access: z =>
          z
            .array(
              z.object({
                workspace: z.string(),
                account: z.string(),
                state: z.enum([
                  'ready',
                  'waiting',
                  'failed',
                  'absent',
                  'unmanaged',
                  'unknown',
                ]),
                reason: z.string().optional(),
                runUrl: z.string().optional(),
              }),
            )
            .describe('Of each workspace, whether its roles are there'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { name, owner, placements, maxWait } = ctx.input;
      const { signal, logger } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const request: DeployAccessRequest = {
        componentRef: `component:default/${name}`,
        owner,
        placements,
      };
      if (ctx.isDryRun) {
        const { answer, unknown } = await unlessUnanswered(() =>
          delivery.requestAccess(
            { ...request, dryRun: true },
            { credentials, signal },
          ),
        );
        const items = answer?.items;
        if (!items) {
          logger.info(`The deploy access of ${name}: unknown. ${unknown}`);
        }
        for (const item of items ?? []) {
          logger.info(`${item.workspace}: ${wouldBe(item)}`);
        }
        ctx.output(
          'access',
          items?.map(toOutput) ??
            placements.map(({ workspace, account }) => ({
              workspace,
              account,
              state: 'unknown' as const,
            })),
        );
        return;
      }

      let { items } = await untilAnswered(
        () => delivery.requestAccess(request, { credentials, signal }),
        { logger, signal, pause: clock.pause.bind(clock) },
      );
      const told = new Set<string>();
      const tell = () => {
        for (const item of items) {
          const line = `${item.workspace}: ${describeAccess(item)}`;
          if (!told.has(line)) {
            told.add(line);
            logger.info(line);
          }
        }
      };
      tell();
      const end = clock.now() + (maxWait ? durationMs(maxWait) : MAX_WAIT_MS);
      const isWaiting = () =>
        items.some(({ state }) => state === 'waiting') &&
        items.every(({ state }) => state !== 'failed');
      let hasToldFailure = false;
      while (isWaiting() && clock.now() < end) {
        await clock.pause(PAUSE_MS, signal);
        try {
          const { items: all } = await delivery.listAccess(
            { componentRef: request.componentRef },
            { credentials, signal: lookSignal(clock, signal) },
          );
          items = items.map(item => all.find(one => isSame(one, item)) ?? item);
          tell();
        } catch (error) {
          signal?.throwIfAborted();
          if (!isUnanswered(error)) {
            throw error;
          }
          if (!hasToldFailure) {
            hasToldFailure = true;
            logger.warn(
              `How far it is: soa-delivery gave no answer, and is asked again: ${error.message}`,
            );
          }
        }
      }
      ctx.output('access', items.map(toOutput));
      refuseFailed(items);
      if (isWaiting()) {
        logger.info(
          'It is not there yet: a rollout waits for it before it begins',
        );
      }
    },
  });
}

function lookSignal(clock: RunClock, signal?: AbortSignal): AbortSignal {
  const late = clock.timeout(LOOK_MS);
  return signal ? AbortSignal.any([signal, late]) : late;
}

function isSame(one: DeployAccess, other: DeployAccess): boolean {
  return one.workspace === other.workspace && one.account === other.account;
}

function toOutput({ workspace, account, state, reason, run }: DeployAccess) {
  return {
    workspace,
    account,
    state,
    ...(reason && { reason }),
    ...(run && { runUrl: run.url }),
  };
}

/** @throws InputError that names each workspace whose access has failed, and why */
function refuseFailed(items: readonly DeployAccess[]): void {
  const failed = items.filter(({ state }) => state === 'failed');
  if (failed.length > 0) {
    throw new InputError(
      `placements: there is no deploy access:\n${failed
        .map(({ workspace, reason }) => `- ${workspace}: ${reason}`)
        .join('\n')}`,
    );
  }
}
