import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { NetworkRange } from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import type { Pause } from '../catalog';
import { unlessUnanswered, untilAnswered } from '../delivery';
import { componentRefInput, validateInput } from '../inputs';
import {
  accountInput,
  environmentInput,
  rangeNameInput,
} from '../reservations';

const input = {
  componentRef: componentRefInput,
  environment: (z: typeof zod) =>
    environmentInput(z).describe('Only those of this environment'),
  account: (z: typeof zod) =>
    accountInput(z).describe('Only those in this account'),
  region: (z: typeof zod) =>
    z.string().min(1).optional().describe('Only those in this Region'),
  rangeName: (z: typeof zod) =>
    rangeNameInput(z).describe('Only those of this name'),
};

/** `soa:network:release` */
export function createReleaseNetworkAction(options: {
  delivery: Pick<
    SoaDeliveryClient,
    'listNetworkRanges' | 'releaseNetworkRanges'
  >;
  pause?: Pause;
}) {
  const { delivery, pause } = options;
  return createTemplateAction({
    id: 'soa:network:release',
    description:
      'Gives the ranges of addresses of a component back, once their networks are destroyed; what is given back already stays so',
    supportsDryRun: true,
    examples: [
      {
        description: 'What a sandbox had',
        example: `steps:
  - id: network
    name: Give the range back
    action: soa:network:release
    input:
      componentRef: component:default/orders
      environment: sandbox
`,
      },
    ],
    schema: {
      input,
      output: {
        released: z =>
          z.array(z.string()).describe('The ranges that were given back'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, environment, account, region, rangeName } =
        ctx.input;
      const { logger, signal } = ctx;
      const release = {
        componentRef,
        ...(environment && {
          ownerKind: 'environment' as const,
          ownerId: environment,
        }),
        ...(account && { account }),
        ...(region && { region }),
        ...(rangeName && { name: rangeName }),
      };
      const credentials = await ctx.getInitiatorCredentials();
      if (ctx.isDryRun) {
        const { answer, unknown } = await unlessUnanswered(() =>
          delivery.listNetworkRanges(release, { credentials, signal }),
        );
        if (unknown) {
          logger.info(`What would be given back is unknown. ${unknown}`);
        }
        for (const range of answer?.items ?? []) {
          logger.info(`${nameOf(range)}: would be given back`);
        }
        ctx.output('released', []);
        return;
      }
      const { items } = await untilAnswered(
        () => delivery.releaseNetworkRanges(release, { credentials, signal }),
        { logger, signal, pause },
      );
      for (const range of items) {
        logger.info(
          `${nameOf(
            range,
          )}: given back. Others may have it once the portal sees that no VPC has it any more`,
        );
      }
      if (items.length === 0) {
        logger.info('There is no range to give back: nothing to change');
      }
      ctx.output(
        'released',
        items.flatMap(({ cidr }) => cidr ?? []),
      );
    },
  });
}

function nameOf({ name, cidr, account, region }: NetworkRange): string {
  return `${cidr ?? name} in ${account}, ${region}`;
}
