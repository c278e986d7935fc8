import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  PLATFORM_PARAMETERS,
  RUNTIMES,
} from '@backstage-soa/plugin-soa-common';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import type { Pause } from '../catalog';
import { componentRefInput, placementInput, validateInput } from '../inputs';
import {
  declaredRuntime,
  openService,
  placementsOf,
  selectPlacements,
  untilDeclared,
} from '../service';
import type { PlacementFile, ServiceOptions } from '../service';

const namesInput = (what: string) => (z: typeof zod) =>
  z.array(z.string().min(1)).min(1).optional().describe(what);

const input = {
  componentRef: componentRefInput,
  environments: namesInput('Only placements of these environments'),
  placements: namesInput(
    'Only these placements: their keys, workspaces, or environment/account/Region/runtime',
  ),
};

/** `soa:service:read` */
export function createReadServiceAction(
  options: ServiceOptions & {
    accounts: Pick<SoaAccountsClient, 'listPlacements'>;
    catalog: Pick<CatalogService, 'getEntityByRef' | 'refreshEntity'>;
    environments: ReadonlyArray<{ name: string }>;
    pause?: Pause;
  },
) {
  const environments = options.environments.map(({ name }) => name);
  return createTemplateAction({
    id: 'soa:service:read',
    description:
      'Reads where a service runs, and what it needs there, off its repository',
    supportsDryRun: true,
    examples: [
      {
        description: 'The placements of a service in production',
        example: `steps:
  - id: service
    name: Read where the service runs
    action: soa:service:read
    input:
      componentRef: component:default/orders
      environments: [prod]
`,
      },
      {
        description: 'One of its placements, by its key',
        example: `steps:
  - id: service
    name: Read where the service runs
    action: soa:service:read
    input:
      componentRef: component:default/orders
      placements: [prod-use1]
`,
      },
    ],
    schema: {
      input,
      output: {
        name: z => z.string(),
        owner: z => z.string().describe('The full reference of the owner'),
        description: z => z.string().optional(),
        runtime: z => z.enum(RUNTIMES).optional(),
        repoUrl: z =>
          z.string().describe('The repository, as publish actions take it'),
        folder: z =>
          z
            .string()
            .optional()
            .describe("The service's folder in it; absent for its root"),
        branch: z => z.string().optional(),
        remoteUrl: z => z.string().describe('The repository, for people'),
        placements: z => z.array(placementInput(z)).optional(),
        consumes: z =>
          z.array(z.string()).optional().describe('The components it calls'),
        needs: z =>
          z
            .record(z.enum(PLATFORM_PARAMETERS), z.boolean())
            .optional()
            .describe(
              'What it reads of its platform because of its settings, for soa:placements:resolve',
            ),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef } = ctx.input;
      const { logger, signal, isDryRun } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const service = await openService({
        ...options,
        componentRef,
        isChange: false,
        isDryRun,
        credentials,
        logger,
        signal,
      });
      ctx.output('name', service.name);
      ctx.output('owner', service.owner);
      ctx.output('description', service.entity.metadata.description);
      ctx.output('repoUrl', service.place.repoUrl);
      ctx.output('folder', service.place.folder || undefined);
      ctx.output('branch', service.place.branch);
      ctx.output('remoteUrl', service.place.rootUrl);
      if (!service.files) {
        ctx.output('runtime', declaredRuntime(service.entity));
        return;
      }
      const { placements: all, disagreements } = await placementsOf(service, {
        accounts: options.accounts,
        environments,
        request: { credentials, signal },
      });
      if (disagreements.length > 0) {
        logger.warn(
          `infra/placements and catalog-info.yaml do not agree, and what only one of them has is left out: ${disagreements.join(
            '; ',
          )}`,
        );
      }
      const placements = selectPlacements(all, ctx.input);
      if (!isDryRun) {
        await untilDeclared({
          ...options,
          componentRef: service.componentRef,
          placements,
          credentials,
          logger,
          signal,
        });
      }
      for (const { key, environment, region, accountName } of placements) {
        logger.info(`${key}: ${environment}, ${region} in ${accountName}`);
      }
      const chosen = service.placements.filter(({ facts }) =>
        placements.some(({ key }) => key === facts.key),
      );
      ctx.output('runtime', placements[0]?.runtime);
      ctx.output('placements', placements);
      ctx.output('consumes', consumesOf(chosen));
      const needs = needsOf(chosen);
      if (!needs) {
        logger.warn(
          'What the service reads of its platform because of its settings is not recorded in its repository, which an older template has made: the plan will tell whether it is there',
        );
      }
      ctx.output('needs', needs ?? {});
    },
  });
}

function consumesOf(files: readonly PlacementFile[]): string[] {
  const components = files.flatMap(({ facts }) =>
    (facts.consumes ?? []).map(({ component }) => component),
  );
  return [...new Set(components)].sort();
}

/** @returns `undefined` where not all of them have it recorded */
function needsOf(
  files: readonly PlacementFile[],
): Record<string, boolean> | undefined {
  const recorded = files.map(({ facts }) => facts.needs);
  return recorded.every(needs => needs !== undefined)
    ? Object.fromEntries(
        PLATFORM_PARAMETERS.filter(parameter =>
          recorded.some(needs => needs!.includes(parameter)),
        ).map(parameter => [parameter, true]),
      )
    : undefined;
}
