import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SoaLock } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { unlessUnanswered } from '../delivery';
import {
  componentRefInput,
  durationInput,
  durationMs,
  groupRefInput,
  placementsInput,
  validateInput,
} from '../inputs';
import {
  accountInput,
  describeLock,
  environmentInput,
  LockWait,
  ownerOf,
  purposeOf,
  rolloutIdInput,
  targetInWords,
  targetOf,
  zoneInput,
} from '../reservations';
import { systemRunClock } from '../runs';
import type { RunClock } from '../runs';

const MAX_WAIT_MS = 30 * 60_000;

const input = {
  componentRef: componentRefInput,
  account: accountInput,
  zone: zoneInput,
  environment: environmentInput,
  rolloutId: rolloutIdInput,
  owner: (z: typeof zod) =>
    groupRefInput(z)
      .optional()
      .describe(
        'The owning group, of a component that the catalog may not know yet',
      ),
  placements: (z: typeof zod) => placementsInput(z).optional(),
  lease: (z: typeof zod) =>
    durationInput(z)
      .optional()
      .describe(
        'How long it is held unless it is released before; as configured if absent',
      ),
  maxWait: (z: typeof zod) =>
    durationInput(z)
      .optional()
      .describe('How long to wait in the queue; 30 minutes if absent'),
};

/** `soa:lock:acquire` */
export function createAcquireLockAction(options: {
  delivery: Pick<
    SoaDeliveryClient,
    'acquireLock' | 'listLocks' | 'releaseLocks'
  >;
  clock?: RunClock;
}) {
  const { delivery, clock = systemRunClock } = options;
  return createTemplateAction({
    id: 'soa:lock:acquire',
    description:
      'Takes an account or a hosted zone for one owner alone: an environment of a component, a rollout, or this task. Waits in a queue until its turn has come',
    supportsDryRun: true,
    examples: [
      {
        description: 'An account for the time of a task',
        example: `steps:
  - id: lock
    name: Wait for the account
    action: soa:lock:acquire
    input:
      componentRef: component:default/orders
      account: '111122223333'
      lease: { hours: 2 }
`,
      },
      {
        description: 'A zone for an environment, for as long as it is there',
        example: `steps:
  - id: lock
    name: Wait for the zone
    action: soa:lock:acquire
    input:
      componentRef: component:default/orders
      zone: Z0123456789ABC
      environment: sandbox
      maxWait: { minutes: 10 }
`,
      },
    ],
    schema: {
      input,
      output: {
        lockId: z => z.string(),
        state: z => z.enum(['held', 'waiting', 'unknown']),
        leaseEndsAt: z => z.string().optional(),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { signal, logger } = ctx;
      const { lease, maxWait, placements = [] } = ctx.input;
      const target = targetOf(ctx.input);
      const owner = ownerOf(ctx.input, ctx.task.id);
      const request = {
        target,
        owner,
        purpose: purposeOf(
          ctx.input.owner,
          placements.find(
            ({ account, environment }) =>
              (target.kind === 'zone' || account === target.id) &&
              (owner.kind !== 'environment' || environment === owner.id),
          ),
        ),
        ...(lease && { leaseSeconds: Math.round(durationMs(lease) / 1_000) }),
      };
      const credentials = await ctx.getInitiatorCredentials();
      if (ctx.isDryRun) {
        const { answer, unknown } = await unlessUnanswered(() =>
          delivery.acquireLock(
            { ...request, dryRun: true },
            { credentials, signal },
          ),
        );
        logger.info(
          answer
            ? `Would be: ${describeLock(answer)}`
            : `Whether ${targetInWords(target)} is free is unknown. ${unknown}`,
        );
        ctx.output('lockId', answer?.id ?? 'unknown');
        ctx.output('state', answer?.state ?? 'unknown');
        return;
      }
      const wait = new LockWait({
        delivery,
        request,
        credentials,
        logger,
        clock,
        signal,
      });
      const lock = await wait.until(
        clock.now() + (maxWait ? durationMs(maxWait) : MAX_WAIT_MS),
      );
      if (lock.state === 'waiting') {
        await wait.leave(lock);
        throw new Error(tooLong(lock));
      }
      ctx.output('lockId', lock.id);
      ctx.output('state', lock.state);
      ctx.output('leaseEndsAt', lock.leaseEndsAt);
    },
  });
}

function tooLong({ target }: SoaLock): string {
  return `${targetInWords(
    target,
  )} was not free in time: see who holds it in /soa-delivery/reservations, and run this again, with a longer maxWait if need be`;
}
