import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SoaAccountsClient } from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import {
  branchName,
  changed,
  changeOutputs,
  inMarkdown,
  writeChanges,
} from '../changes';
import { componentRefInput, placementInput, validateInput } from '../inputs';
import { promote, VERSION_SETTINGS } from '../promotion';
import { openService, placementsOf, selectPlacements } from '../service';
import type { PlacementFile, ServiceOptions } from '../service';

const environmentInput = (what: string) => (z: typeof zod) =>
  z.string().min(1).describe(what);

const input = {
  componentRef: componentRefInput,
  from: environmentInput('The environment whose versions are promoted'),
  to: (z: typeof zod) =>
    environmentInput(
      'The environment that gets them, a later one; the next one in which the service runs if absent',
    )(z).optional(),
  settings: (z: typeof zod) =>
    z
      .array(z.string().regex(/^[a-z_][a-z0-9_]*$/))
      .min(1)
      .optional()
      .describe(
        `The settings that say which version is run; ${VERSION_SETTINGS.join(
          ', ',
        )} if absent`,
      ),
};

/** `soa:versions:promote` */
export function createPromoteVersionsAction(
  options: ServiceOptions & {
    accounts: Pick<SoaAccountsClient, 'listPlacements'>;
    environments: ReadonlyArray<{ name: string; production: boolean }>;
  },
) {
  const environments = options.environments.map(({ name }) => name);
  return createTemplateAction({
    id: 'soa:versions:promote',
    description:
      "Writes the versions that a service runs in one environment into the files of another's placements, in the task's folder",
    supportsDryRun: true,
    examples: [
      {
        description: 'What runs in dev, to the environment that comes next',
        example: `steps:
  - id: change
    name: Promote the versions
    action: soa:versions:promote
    input:
      componentRef: component:default/orders
      from: dev
`,
      },
      {
        description: 'With a setting of a module of your own',
        example: `steps:
  - id: change
    name: Promote the versions
    action: soa:versions:promote
    input:
      componentRef: component:default/orders
      from: dev
      to: prod
      settings: [image, schema_version]
`,
      },
    ],
    schema: {
      input,
      output: {
        ...changeOutputs,
        to: z => z.string().optional(),
        placements: z =>
          z
            .array(placementInput(z))
            .optional()
            .describe('Those of the environment that gets the versions'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, from, settings = VERSION_SETTINGS } = ctx.input;
      const { logger, signal, isDryRun } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const service = await openService({
        ...options,
        componentRef,
        isChange: true,
        isDryRun,
        credentials,
        logger,
        signal,
      });
      ctx.output('hasChanges', false);
      ctx.output('isInPlace', false);
      ctx.output(
        'branchName',
        branchName('promote', [from, ctx.input.to ?? '']),
      );
      if (!service.files) {
        ctx.output('summary', 'What would be changed is unknown.');
        return;
      }
      const to = targetOf(service.placements, environments, ctx.input);
      const { changes: all, lines } = promote(service.placements, {
        from,
        to,
        settings,
        isProduction:
          options.environments.find(({ name }) => name === to)?.production ??
          true,
        mainTf: service.files.get('infra/main.tf'),
      });
      const changes = changed(all);
      const { placements } = await placementsOf(service, {
        accounts: options.accounts,
        environments,
        request: { credentials, signal },
      });
      await writeChanges(ctx.workspacePath, changes);
      const told = [
        changes.length > 0
          ? `What ${service.name} runs in ${from} becomes what it runs in ${to}:`
          : nothing(service.placements, { from, to, settings }),
        ...lines,
      ];
      told.forEach(line => logger.info(line));
      ctx.output('to', to);
      ctx.output('hasChanges', changes.length > 0);
      ctx.output('isInPlace', changes.length === 0);
      ctx.output('branchName', branchName('promote', [from, to]));
      ctx.output('summary', inMarkdown(told));
      ctx.output(
        'placements',
        selectPlacements(placements, { environments: [to] }),
      );
    },
  });
}

/** @throws InputError where there is no environment to promote to */
function targetOf(
  files: readonly PlacementFile[],
  environments: readonly string[],
  { from, to }: { from: string; to?: string },
): string {
  const its = new Set(files.map(({ facts }) => facts.environment));
  const order = environments.filter(environment => its.has(environment));
  const runsIn = `it runs in ${[...its].join(', ')}`;
  if (!order.includes(from)) {
    throw new InputError(
      `from: the service does not run in ${from}, or soa.environments does not name it: ${runsIn}`,
    );
  }
  const later = order.slice(order.indexOf(from) + 1);
  const target = to ?? later[0];
  if (!target) {
    throw new InputError(
      `from: ${from} is the last environment in which the service runs, so there is none to promote to: ${runsIn}`,
    );
  }
  if (!later.includes(target)) {
    throw new InputError(
      `to: ${target} does not come after ${from}, or the service does not run there: ${
        later.length > 0 ? `choose one of ${later.join(', ')}` : runsIn
      }`,
    );
  }
  return target;
}

/** Why nothing changes, in words. */
function nothing(
  files: readonly PlacementFile[],
  {
    from,
    to,
    settings,
  }: { from: string; to: string; settings: readonly string[] },
): string {
  const hasVersion = files.some(
    ({ facts }) =>
      facts.environment === from &&
      settings.some(setting => facts.settings[setting] !== undefined),
  );
  return hasVersion
    ? `There is nothing to promote: ${to} runs what ${from} does. The module is the same in all environments.`
    : `There is nothing to promote: no placement of ${from} has ${settings.join(
        ', ',
      )} among its settings, as what it runs is published otherwise.`;
}
