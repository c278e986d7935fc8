import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type {
  NetworkRange,
  NetworkRangeRequest,
  ResolvedPlacement,
} from '@backstage-soa/plugin-soa-common';
import type { SoaDeliveryClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import type { Pause } from '../catalog';
import { unlessUnanswered, untilAnswered } from '../delivery';
import {
  componentRefInput,
  groupRefInput,
  placementsInput,
  validateInput,
} from '../inputs';
import { purposeOf, rangeNameInput } from '../reservations';

const input = {
  componentRef: componentRefInput,
  owner: groupRefInput,
  placements: placementsInput,
  rangeName: rangeNameInput,
  pool: (z: typeof zod) =>
    z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('The pool; the first that is for the placement if absent'),
  prefixLength: (z: typeof zod) =>
    z
      .number()
      .int()
      .min(16)
      .max(28)
      .optional()
      .describe("How long the prefix is; the pool's own if absent"),
};

/** `soa:network:allocate` */
export function createAllocateNetworkAction(options: {
  delivery: Pick<SoaDeliveryClient, 'allocateNetworkRange'>;
  pause?: Pause;
}) {
  const { delivery, pause } = options;
  return createTemplateAction({
    id: 'soa:network:allocate',
    description:
      'Makes sure that each placement has a range of addresses that nothing else in the organisation has; run again, it gives the same',
    supportsDryRun: true,
    examples: [
      {
        description: 'A range for the network of a platform',
        example: `steps:
  - id: network
    name: Take a range of addresses
    action: soa:network:allocate
    input:
      componentRef: component:default/runtime-platform
      owner: group:default/team-platform
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: us-east-1
          runtime: platform
          key: prod-use1
          workspace: acme/runtime-platform-prod-use1
      prefixLength: 20
`,
      },
    ],
    schema: {
      input,
      output: {
        ranges: z =>
          z
            .array(
              z.object({
                key: z.string(),
                account: z.string(),
                region: z.string(),
                pool: z.string(),
                cidr: z.string(),
                id: z.string(),
              }),
            )
            .describe('Of each placement; unknown in a dry run'),
        cidrs: z =>
          z.record(z.string()).describe('The ranges, by the key of placements'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { placements } = ctx.input;
      const { logger, signal } = ctx;
      const global = placements.find(({ region }) => region === GLOBAL_REGION);
      if (global) {
        throw new InputError(
          `placements: ${global.key} is in no Region, and no network is: leave it out`,
        );
      }
      const credentials = await ctx.getInitiatorCredentials();
      const asked = placements.map(placement => ({
        placement,
        request: requestOf(placement, ctx.input),
      }));
      const ranges: Array<ReturnType<typeof toOutput>> = [];
      if (ctx.isDryRun) {
        for (const { placement, request } of asked) {
          const { answer, unknown } = await unlessUnanswered(() =>
            delivery.allocateNetworkRange(
              { ...request, dryRun: true },
              { credentials, signal },
            ),
          );
          logger.info(`${placement.key}: ${wouldBe(answer, unknown)}`);
          ranges.push(toOutput(placement, answer));
        }
      } else {
        // Checked as a whole first: of what is refused, nothing is taken.
        for (const { request } of asked) {
          await untilAnswered(
            () =>
              delivery.allocateNetworkRange(
                { ...request, dryRun: true },
                { credentials, signal },
              ),
            { logger, signal, pause },
          );
        }
        for (const { placement, request } of asked) {
          const range = await untilAnswered(
            () =>
              delivery.allocateNetworkRange(request, { credentials, signal }),
            { logger, signal, pause },
          );
          logger.info(
            `${placement.key}: has ${range.cidr} of the pool ${range.pool} in ${range.account}, ${range.region}`,
          );
          ranges.push(toOutput(placement, range));
        }
      }
      ctx.output('ranges', ranges);
      ctx.output(
        'cidrs',
        Object.fromEntries(ranges.map(({ key, cidr }) => [key, cidr])),
      );
    },
  });
}

function requestOf(
  placement: ResolvedPlacement,
  asked: {
    componentRef: string;
    owner: string;
    rangeName?: string;
    pool?: string;
    prefixLength?: number;
  },
): NetworkRangeRequest {
  const { account, region, environment } = placement;
  const { componentRef, owner, rangeName, pool, prefixLength } = asked;
  return {
    account,
    region,
    owner: { kind: 'environment', componentRef, id: environment },
    purpose: purposeOf(owner, placement),
    ...(rangeName && { name: rangeName }),
    ...(pool && { pool }),
    ...(prefixLength && { prefixLength }),
  };
}

function toOutput(
  { key, account, region }: ResolvedPlacement,
  range: NetworkRange | undefined,
) {
  return {
    key,
    account,
    region,
    pool: range?.pool ?? 'unknown',
    cidr: range?.cidr ?? 'unknown',
    id: range?.id ?? 'unknown',
  };
}

function wouldBe(
  range: NetworkRange | undefined,
  unknown: string | undefined,
): string {
  if (!range) {
    return `which range it would have is unknown. ${unknown}`;
  }
  return range.cidr
    ? `has ${range.cidr} already: nothing to change`
    : `would be given a range of the pool ${range.pool}`;
}
