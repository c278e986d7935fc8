import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Pause } from '../catalog';
import { componentRefInput, placementsInput, validateInput } from '../inputs';
import { untilDeclared } from '../service';

const input = { componentRef: componentRefInput, placements: placementsInput };

/** `soa:component:refresh` */
export function createRefreshComponentAction(options: {
  catalog: Pick<CatalogService, 'getEntityByRef' | 'refreshEntity'>;
  pause?: Pause;
}) {
  return createTemplateAction({
    id: 'soa:component:refresh',
    description:
      "Has the catalog read a component's file again, and waits until it declares some placements",
    supportsDryRun: true,
    examples: [
      {
        description: 'After a placement was added to the repository',
        example: `steps:
  - id: refresh
    name: Have the catalog read it
    action: soa:component:refresh
    input:
      componentRef: component:default/orders
      placements:
        - environment: prod
          account: '111122223333'
          accountName: runtime-ecs-prod
          region: eu-west-1
          runtime: ecs-fargate
          key: prod-euw1
          workspace: acme/orders-prod-euw1
`,
      },
    ],
    schema: { input },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, placements } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would have the catalog read ${componentRef} again, unless it declares all of them already`,
        );
        return;
      }
      await untilDeclared({
        ...options,
        componentRef,
        placements,
        credentials: await ctx.getInitiatorCredentials(),
        logger: ctx.logger,
        signal: ctx.signal,
      });
      ctx.logger.info(`The catalog knows where ${componentRef} runs`);
    },
  });
}
