import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { calledName, resolveConsumes } from '../consumes';
import {
  componentRefInput,
  consumesInput,
  placementsInput,
  validateInput,
} from '../inputs';
import type { ConsumedService } from '../inputs';

const input = {
  componentRef: componentRefInput,
  placements: placementsInput,
  consumes: (z: typeof zod) =>
    z
      .array(componentRefInput(z))
      .max(50)
      .optional()
      .describe('The components that the service calls; none if absent'),
};

/** `soa:consumes:resolve` */
export function createResolveConsumesAction(options: {
  accounts: SoaAccountsClient;
}) {
  return createTemplateAction({
    id: 'soa:consumes:resolve',
    description:
      'Finds the addresses of the services that a service calls, for each of its placements: in the same environment, in the same Region or else the nearest',
    supportsDryRun: true,
    examples: [
      {
        description: 'A service that calls another one',
        example: `steps:
  - id: consumes
    name: Find the services that it calls
    action: soa:consumes:resolve
    input:
      componentRef: component:default/orders
      consumes:
        - component:default/payments
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
      output: {
        consumes: z =>
          consumesInput(z).describe(
            'What each placement calls, by its key: for soa:terraform:render',
          ),
        dependsOn: z =>
          z
            .array(z.string())
            .describe('What is called, as spec.dependsOn has it'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, placements } = ctx.input;
      const components = [
        ...new Set(
          (ctx.input.consumes ?? []).map(ref => ref.toLocaleLowerCase('en-US')),
        ),
      ].sort();
      refuseItself(components, componentRef);
      refuseNamesakes(components);

      const request = {
        credentials: await ctx.getInitiatorCredentials(),
        signal: ctx.signal,
      };
      const consumes: Record<string, ConsumedService[]> = {};
      const problems: string[] = [];
      for (const component of components) {
        const calls = await unlessUnread(ctx, component, () =>
          resolveConsumes({
            accounts: options.accounts,
            component,
            placements,
            request,
          }),
        );
        for (const { key, provider, service, problem, isUnknown } of calls) {
          if (service) {
            consumes[key] = [...(consumes[key] ?? []), service];
            ctx.logger.info(
              `${key} calls ${service.name} in ${provider!.region} (${
                provider!.account.id
              }) at ${service.url}`,
            );
          } else if (isUnknown && ctx.isDryRun) {
            ctx.logger.info(`${key}: unknown, since ${problem}`);
          } else {
            problems.push(`- ${key}: ${problem}`);
          }
        }
      }
      if (problems.length > 0) {
        throw new InputError(
          `consumes: not all of it can be called:\n${problems.join('\n')}`,
        );
      }
      ctx.output('consumes', consumes);
      ctx.output('dependsOn', components);
    },
  });
}

/** In a dry run, an inventory that does not answer is no failure. */
async function unlessUnread<T>(
  ctx: { isDryRun?: boolean; logger: { info(line: string): void } },
  component: string,
  read: () => Promise<T[]>,
): Promise<T[]> {
  try {
    return await read();
  } catch (error) {
    if (!ctx.isDryRun || error instanceof InputError) {
      throw error;
    }
    ctx.logger.info(
      `How ${component} is called is unknown: ${(error as Error).message}`,
    );
    return [];
  }
}

function refuseItself(components: readonly string[], self: string): void {
  if (components.includes(self.toLocaleLowerCase('en-US'))) {
    throw new InputError(
      `consumes: ${self} is the service itself: leave it out`,
    );
  }
}

/** Two components of different namespaces can have the same name. */
function refuseNamesakes(components: readonly string[]): void {
  const byName = new Map<string, string>();
  for (const component of components) {
    const name = calledName(component);
    const other = byName.get(name);
    if (other) {
      throw new InputError(
        `consumes: ${other} and ${component} would both be called ${name}: leave one out`,
      );
    }
    byName.set(name, component);
  }
}
