import { ResponseError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SandboxEnvironment } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import type { Pause } from '../catalog';
import { unlessUnanswered, untilAnswered } from '../delivery';
import { componentRefInput, placementsInput, validateInput } from '../inputs';

const input = {
  componentRef: componentRefInput,
  placements: placementsInput,
  timeToLive: (z: typeof zod) =>
    z
      .string()
      .regex(/^P(?=.)(\d+W|(\d+D)?(T(?=.)(\d+H)?(\d+M)?)?)$/, {
        message: 'write a duration such as P7D or PT8H',
      })
      .optional()
      .describe('How long it is there, such as P7D; as configured if absent'),
};

/** `soa:sandbox:ensure` */
export function createEnsureSandboxAction(options: {
  delivery: Pick<SoaDeliveryClient, 'ensureSandboxEnvironment'>;
  pause?: Pause;
}) {
  const { delivery, pause } = options;
  return createTemplateAction({
    id: 'soa:sandbox:ensure',
    description:
      'Has a component in a sandbox destroyed, and taken out of the catalog, once its time is up; run again, it changes nothing',
    supportsDryRun: true,
    examples: [
      {
        description: 'A sandbox environment for three days',
        example: `steps:
  - id: sandbox
    name: Set how long it is there
    action: soa:sandbox:ensure
    input:
      componentRef: component:default/orders-trial
      placements:
        - environment: sandbox
          account: '111122223333'
          accountName: sandbox-shop
          region: us-east-1
          runtime: ecs-fargate
          key: sandbox-use1
          workspace: acme/orders-trial-sandbox-use1
      timeToLive: P3D
`,
      },
    ],
    schema: {
      input,
      output: {
        expiresAt: z =>
          z.string().describe('ISO 8601; unknown where it cannot be asked'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, placements, timeToLive } = ctx.input;
      const { signal, logger } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const request = {
        componentRef,
        placements,
        ...(timeToLive && { timeToLive }),
      };
      if (ctx.isDryRun) {
        const { answer, unknown } = await preview(() =>
          delivery.ensureSandboxEnvironment(
            { ...request, dryRun: true },
            { credentials, signal },
          ),
        );
        logger.info(
          answer
            ? `${componentRef} would be destroyed at ${answer.expiresAt}, unless it is extended`
            : `When ${componentRef} would be destroyed is unknown. ${unknown}`,
        );
        ctx.output('expiresAt', answer?.expiresAt ?? 'unknown');
        return;
      }
      const { expiresAt } = await untilAnswered(
        () =>
          delivery.ensureSandboxEnvironment(request, { credentials, signal }),
        { logger, signal, pause },
      );
      logger.info(
        `${componentRef} is destroyed at ${expiresAt}, unless it is extended`,
      );
      ctx.output('expiresAt', expiresAt);
    },
  });
}

/** A component that is yet to be registered cannot be asked for. */
async function preview(
  ask: () => Promise<SandboxEnvironment>,
): ReturnType<typeof unlessUnanswered<SandboxEnvironment>> {
  try {
    return await unlessUnanswered(ask);
  } catch (error) {
    if (error instanceof ResponseError && error.statusCode === 404) {
      return { unknown: 'The catalog does not show it yet.' };
    }
    throw error;
  }
}
