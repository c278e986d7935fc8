import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { LockRelease } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { unlessUnanswered, untilAnswered } from '../delivery';
import type { Pause } from '../catalog';
import { componentRefInput, validateInput } from '../inputs';
import {
  accountInput,
  environmentInput,
  ownerOf,
  rolloutIdInput,
  targetInWords,
  targetOf,
  zoneInput,
} from '../reservations';

const input = {
  componentRef: componentRefInput,
  account: accountInput,
  zone: zoneInput,
  environment: environmentInput,
  rolloutId: rolloutIdInput,
  everything: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether all locks of the component are released, whichever of its owners has them',
      ),
};

/** `soa:lock:release` */
export function createReleaseLockAction(options: {
  delivery: Pick<SoaDeliveryClient, 'listLocks' | 'releaseLocks'>;
  pause?: Pause;
}) {
  const { delivery, pause } = options;
  return createTemplateAction({
    id: 'soa:lock:release',
    description:
      'Releases locks of an environment of a component, of a rollout, or of this task; what is released already stays so',
    supportsDryRun: true,
    examples: [
      {
        description: 'What this task has locked',
        example: `steps:
  - id: unlock
    name: Let the next one in
    action: soa:lock:release
    input:
      componentRef: component:default/orders
      account: '111122223333'
`,
      },
      {
        description: 'All that a component has locked',
        example: `steps:
  - id: unlock
    name: Release all locks
    action: soa:lock:release
    input:
      componentRef: component:default/orders
      everything: true
`,
      },
    ],
    schema: {
      input,
      output: {
        released: z =>
          z.array(z.string()).describe('The ids of locks that were released'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { logger, signal } = ctx;
      const release = releaseOf(ctx.input, ctx.task.id);
      const credentials = await ctx.getInitiatorCredentials();
      if (ctx.isDryRun) {
        const { answer, unknown } = await unlessUnanswered(() =>
          delivery.listLocks(release, { credentials, signal }),
        );
        if (unknown) {
          logger.info(`What would be released is unknown. ${unknown}`);
        }
        for (const { target } of answer?.items ?? []) {
          logger.info(`${targetInWords(target)}: would be released`);
        }
        ctx.output('released', []);
        return;
      }
      const { items } = await untilAnswered(
        () => delivery.releaseLocks(release, { credentials, signal }),
        { logger, signal, pause },
      );
      for (const { target, state } of items) {
        logger.info(
          `${targetInWords(target)}: ${
            state === 'held' ? 'released' : 'has left the queue'
          }`,
        );
      }
      if (items.length === 0) {
        logger.info('Nothing is locked: nothing to change');
      }
      ctx.output(
        'released',
        items.map(({ id }) => id),
      );
    },
  });
}

/** @throws InputError for what does not go together */
function releaseOf(
  asked: {
    componentRef: string;
    account?: string;
    zone?: string;
    environment?: string;
    rolloutId?: string;
    everything?: boolean;
  },
  taskId: string,
): LockRelease {
  const { componentRef, account, zone, environment, rolloutId } = asked;
  const target = account || zone ? targetOf({ account, zone }) : undefined;
  const narrowed = {
    componentRef,
    ...(target && { targetKind: target.kind, targetId: target.id }),
  };
  if (asked.everything) {
    if (environment || rolloutId) {
      throw new InputError(
        'everything: it is not for one owner: leave it out, or environment and rolloutId',
      );
    }
    return narrowed;
  }
  const { kind, id } = ownerOf(asked, taskId);
  return { ...narrowed, ownerKind: kind, ownerId: id };
}
