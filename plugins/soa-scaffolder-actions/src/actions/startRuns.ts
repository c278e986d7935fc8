import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import type { HeldWorkspace } from '../held';
import {
  componentRefInput,
  runLimitInputs,
  runLimitsOf,
  validateInput,
  workspaceNamesInput,
} from '../inputs';
import { checkComponent } from '../policy';
import {
  performRun,
  runBatch,
  RUN_OPERATIONS,
  RUN_PERMISSIONS,
  runReportOutput,
  summarizeRuns,
  systemRunClock,
} from '../runs';
import type { RunOperation, RunReport } from '../runs';
import { heldWorkspaces } from './heldWorkspaces';
import type { HeldWorkspacesOptions } from './HeldWorkspacesOptions';
import { runContextOf } from './runContextOf';

const input = {
  componentRef: componentRefInput,
  workspaces: workspaceNamesInput,
  operation: (z: typeof zod) =>
    z
      .enum(RUN_OPERATIONS)
      .describe('plan applies nothing, and destroy takes all away'),
  configurationVersions: (z: typeof zod) =>
    z
      .record(
        z.string().regex(/^cv-\w+$/, 'write the id of a configuration version'),
      )
      .optional()
      .describe(
        'By workspace, as tfc:configuration:upload puts them out; the newest one if absent',
      ),
  message: (z: typeof zod) =>
    z.string().min(1).max(200).optional().describe('Shown with the runs'),
  autoApply: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe(
        'Whether what is planned is applied without a person; in production only if the workspace says so, too',
      ),
  ...runLimitInputs,
};

/** `tfc:runs:start` */
export function createStartRunsAction(options: HeldWorkspacesOptions) {
  const { clock = systemRunClock } = options;
  return createTemplateAction({
    id: 'tfc:runs:start',
    description:
      'Starts a run in each of some workspaces of a component, and waits until they have ended',
    supportsDryRun: true,
    examples: [
      {
        description: 'Apply what was uploaded',
        example: `steps:
  - id: apply
    name: Apply
    action: tfc:runs:start
    input:
      componentRef: component:default/orders
      operation: apply
      workspaces: [acme/orders-dev-use1]
      configurationVersions:
        acme/orders-dev-use1: cv-ntv3HbhJqvFzamy7
      autoApply: true
      maxWait: { minutes: 20 }
`,
      },
      {
        description: 'See what would change, ten workspaces at a time',
        example: `steps:
  - id: plan
    name: Plan
    action: tfc:runs:start
    input:
      componentRef: component:default/orders
      operation: plan
      workspaces: [acme/orders-dev-use1, acme/orders-prod-use1]
      concurrency: 10
`,
      },
    ],
    schema: {
      input,
      output: {
        runs: z => z.array(runReportOutput(z)),
        notStarted: z => z.array(z.string()),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, operation, workspaces } = ctx.input;
      const { configurationVersions = {}, autoApply = false } = ctx.input;
      const { signal, logger, isDryRun = false } = ctx;
      const others = Object.keys(configurationVersions).filter(
        name => !workspaces.includes(name),
      );
      if (others.length > 0) {
        throw new InputError(
          `configurationVersions: ${others.join(
            ', ',
          )} is none of the workspaces: name it there, too`,
        );
      }
      await checkComponent({
        ...options,
        componentRef,
        permission: RUN_PERMISSIONS[operation],
        credentials: await ctx.getInitiatorCredentials(),
        isDryRun,
        logger,
        signal,
      });
      const all = await heldWorkspaces(workspaces, {
        ...options,
        componentRef,
        isDryRun,
        logger,
        signal,
      });
      if (isDryRun) {
        for (const held of all) {
          logger.info(
            `${held.fullName}: would start a run to ${operation}${
              configurationVersions[held.fullName]
                ? ` ${configurationVersions[held.fullName]}`
                : ''
            }${whoConfirms(held, operation, autoApply)}${behind(held)} ${
              held.url
            }`,
          );
        }
        ctx.output('runs', []);
        ctx.output('notStarted', workspaces);
        return;
      }
      const { maxWaitMs, onTimeout, concurrency } = runLimitsOf(ctx.input);
      const context = runContextOf(ctx, { ...options, clock, maxWaitMs });
      const { results, notBegun } = await runBatch(all, {
        concurrency,
        mayBegin: () => !context.deadline.aborted,
        stops: ({ outcome }: RunReport) => outcome === 'failed',
        work: held =>
          performRun(
            {
              held,
              operation,
              configurationVersionId: configurationVersions[held.fullName],
              message: ctx.input.message ?? 'Triggered via Backstage',
              confirms: confirmsItself(held, autoApply),
              onTimeout,
            },
            context,
          ),
      });
      const notStarted = notBegun.map(({ fullName }) => fullName);
      ctx.output('runs', results);
      ctx.output('notStarted', notStarted);
      if (
        notStarted.length > 0 ||
        results.some(({ outcome }) => outcome !== 'succeeded')
      ) {
        throw new Error(summarizeRuns(results, notStarted));
      }
    },
  });
}

/** In production a person confirms, unless the workspace's own people say not. */
function confirmsItself(
  { isProduction, workspace }: HeldWorkspace,
  autoApply: boolean,
): boolean {
  return autoApply && (!isProduction || workspace.autoApply);
}

function whoConfirms(
  held: HeldWorkspace,
  operation: RunOperation,
  autoApply: boolean,
): string {
  if (operation === 'plan') {
    return '';
  }
  return confirmsItself(held, autoApply)
    ? ', and confirm it'
    : `, and wait for somebody to confirm it${
        autoApply ? ', as this is production' : ''
      }`;
}

function behind({ workspace: { currentRun } }: HeldWorkspace): string {
  return currentRun?.isConfirmable
    ? `, which waits behind ${currentRun.id} (${currentRun.status})`
    : '';
}
