import { InputError } from '@backstage/errors';
import { parseEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { soaWorkspaceDestroyPermission } from '@backstage-soa/plugin-soa-common';
import type {
  HcpTerraform,
  SoaDeliveryClient,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import {
  describeRemoval,
  destroyWorkspace,
  refuseUnconfirmed,
  removeAccess,
  whatIsLeft,
} from '../destruction';
import type { DestroyReport } from '../destruction';
import {
  componentRefInput,
  runLimitInputs,
  runLimitsOf,
  validateInput,
  workspaceNamesInput,
} from '../inputs';
import { checkComponent } from '../policy';
import { runBatch, systemRunClock } from '../runs';
import { heldWorkspaces } from './heldWorkspaces';
import type { HeldWorkspacesOptions } from './HeldWorkspacesOptions';
import { runContextOf } from './runContextOf';

const input = {
  componentRef: componentRefInput,
  workspaces: workspaceNamesInput,
  confirm: (z: typeof zod) =>
    z
      .string()
      .optional()
      .describe(
        "The service's name, typed by a person; needed where something is in production",
      ),
  ...runLimitInputs,
};

const ACCESS = {
  gone: 'it has no deploy access',
  going: "its deploy access is taken away by its account's access workspace",
  left: 'its deploy access could not be taken away',
};

/** `tfc:workspaces:destroy` */
export function createDestroyWorkspacesAction(
  options: HeldWorkspacesOptions & {
    delivery: Pick<SoaDeliveryClient, 'listAccess' | 'removeAccess'>;
  },
) {
  const { clock = systemRunClock } = options;
  return createTemplateAction({
    id: 'tfc:workspaces:destroy',
    description:
      'Destroys all that some workspaces of a component have made, deletes them once nothing is left in them, and has the roles that they deployed with taken away',
    supportsDryRun: true,
    examples: [
      {
        description: 'Take a service away',
        example: `steps:
  - id: destroy
    name: Destroy
    action: tfc:workspaces:destroy
    input:
      componentRef: component:default/orders
      workspaces: [acme/orders-dev-use1, acme/orders-prod-use1]
      confirm: orders
`,
      },
    ],
    schema: {
      input,
      output: {
        workspaces: z =>
          z.array(
            z.object({
              workspace: z.string(),
              url: z.string(),
              outcome: z.enum(['deleted', 'gone', 'failed', 'waiting']),
              runId: z.string().optional(),
              access: z.enum(['gone', 'going', 'left']).optional(),
              error: z.string().optional(),
            }),
          ),
        notStarted: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, workspaces, confirm } = ctx.input;
      const { signal, logger, isDryRun = false } = ctx;
      const { name } = parseEntityRef(componentRef);
      if (confirm !== undefined && confirm !== name) {
        throw new InputError(
          `confirm: "${confirm}" is not the name of the service: type ${name} to destroy what it has`,
        );
      }
      const credentials = await ctx.getInitiatorCredentials();
      await checkComponent({
        ...options,
        componentRef,
        permission: soaWorkspaceDestroyPermission,
        credentials,
        isDryRun,
        logger,
        signal,
      });
      const gone: string[] = [];
      const all = await heldWorkspaces(workspaces, {
        ...options,
        componentRef,
        isDryRun,
        logger,
        signal,
        tellMissing: fullName => {
          gone.push(fullName);
          logger.info(
            `${fullName}: nothing to do, it is gone already, or the portal's token may not see it`,
          );
        },
      });
      refuseUnconfirmed(all, confirm, name);
      if (isDryRun) {
        for (const { fullName, workspace, url } of all) {
          logger.info(
            `${fullName}: would destroy ${
              workspace.resourceCount ?? 'an unknown number of'
            } resources, and be deleted ${url}`,
          );
        }
        await describeRemoval(workspaces, {
          ...options,
          componentRef,
          credentials,
          logger,
          signal,
        });
        ctx.output('workspaces', []);
        ctx.output('notStarted', workspaces);
        return;
      }
      const { maxWaitMs, onTimeout, concurrency } = runLimitsOf(ctx.input);
      const context = runContextOf(ctx, { ...options, clock, maxWaitMs });
      const withoutAccess = async (
        report: DestroyReport,
      ): Promise<DestroyReport> => {
        const { workspace } = report;
        const { access, error } = await removeAccess(
          workspace,
          { ...options, componentRef, credentials },
          context,
        );
        logger.info(`${workspace}: ${ACCESS[access]}`);
        return { ...report, access, ...(error && { error }) };
      };
      const { results, notBegun } = await runBatch(all, {
        concurrency,
        mayBegin: () => !context.deadline.aborted,
        stops: ({ outcome }: DestroyReport) => outcome === 'failed',
        work: async held => {
          const report = await destroyWorkspace(
            held,
            {
              message: 'Destroyed via Backstage',
              onTimeout,
            },
            context,
          );
          if (report.outcome !== 'deleted') {
            return report;
          }
          logger.info(`${held.fullName}: deleted, with all that it had made`);
          return withoutAccess(report);
        },
      });
      const { results: before } = await runBatch(gone, {
        concurrency,
        mayBegin: () => true,
        stops: () => false,
        work: workspace =>
          withoutAccess({
            workspace,
            url: urlOf(options.hcpTerraform, workspace),
            outcome: 'gone',
          }),
      });
      signal?.throwIfAborted();
      const notStarted = notBegun.map(({ fullName }) => fullName);
      const reports = [...results, ...before];
      ctx.output('workspaces', reports);
      ctx.output('notStarted', notStarted);
      const left = whatIsLeft(reports, notStarted);
      if (left) {
        throw new Error(left);
      }
    },
  });
}

function urlOf(hcpTerraform: HcpTerraform, fullName: string): string {
  const [organization, name] = fullName.split('/');
  return hcpTerraform.client(organization).workspaceUrl(name);
}
