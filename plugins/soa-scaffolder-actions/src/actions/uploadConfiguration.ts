import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { InputError, isError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  soaWorkspaceApplyPermission,
  soaWorkspacePlanPermission,
} from '@backstage-soa/plugin-soa-common';
import {
  ConfigurationSourceReader,
  refuseForeignSource,
} from '@backstage-soa/plugin-soa-node';
import type { z as zod } from 'zod/v3';
import { SerialCheckpoints } from '../checkpoints';
import {
  ArchiveOnce,
  CONFIGURATION_FOLDER,
  packFolder,
  refuseNonUrl,
  refuseUnfit,
  uploadTo,
} from '../configuration';
import {
  componentRefInput,
  validateInput,
  workspaceNamesInput,
} from '../inputs';
import { checkComponent } from '../policy';
import { runBatch, systemRunClock } from '../runs';

import { auditedWrite } from './auditedWrite';
import { heldWorkspaces } from './heldWorkspaces';
import type { HeldWorkspacesOptions } from './HeldWorkspacesOptions';

const AT_ONCE = 5;

const input = {
  componentRef: componentRefInput,
  workspaces: workspaceNamesInput,
  sourceUrl: (z: typeof zod) =>
    // In a dry run, nothing is published yet that could be named.
    z
      .string()
      .min(1)
      .optional()
      .describe(
        "A folder of the component's repository, best of a commit, or an archive (.tar.gz) of it, that holds infra/; the task's folder if absent",
      ),
  speculative: (z: typeof zod) =>
    z
      .boolean()
      .optional()
      .describe('Whether it is only to be planned, and never applied'),
};

interface Uploaded {
  workspace: string;
  configurationVersionId?: string;
  error?: Error;
}

/** `tfc:configuration:upload` */
export function createUploadConfigurationAction(
  options: HeldWorkspacesOptions & {
    urlReader: UrlReaderService;
  },
) {
  const { clock = systemRunClock } = options;
  const sources = new ConfigurationSourceReader({
    reader: options.urlReader,
    input: 'sourceUrl',
  });
  return createTemplateAction({
    id: 'tfc:configuration:upload',
    description:
      'Uploads Terraform to workspaces of a component, and waits until HCP Terraform has taken it; starts no run',
    supportsDryRun: true,
    examples: [
      {
        description: 'What an earlier step has written to infra/',
        example: `steps:
  - id: upload
    name: Upload the Terraform
    action: tfc:configuration:upload
    input:
      componentRef: component:default/orders
      workspaces: [acme/orders-dev-use1, acme/orders-prod-use1]
`,
      },
      {
        description: 'What a commit holds, to plan it only',
        example: `steps:
  - id: upload
    name: Upload the Terraform
    action: tfc:configuration:upload
    input:
      componentRef: component:default/orders
      workspaces: [acme/orders-dev-use1]
      sourceUrl: https://github.com/acme/orders/tree/0123abc
      speculative: true
`,
      },
    ],
    schema: {
      input,
      output: {
        configurationVersions: z =>
          z.record(z.string()).describe('Their ids, by workspace'),
      },
    },
    async handler(ctx) {
      validateInput(input, ctx.input);
      const { componentRef, workspaces, sourceUrl } = ctx.input;
      const { speculative = false } = ctx.input;
      const { signal, logger, isDryRun = false } = ctx;
      const entity = await checkComponent({
        ...options,
        componentRef,
        permission: speculative
          ? soaWorkspacePlanPermission
          : soaWorkspaceApplyPermission,
        credentials: await ctx.getInitiatorCredentials(),
        isDryRun,
        logger,
        signal,
      });
      if (!isDryRun) {
        refuseNonUrl(sourceUrl);
      }
      if (entity && sourceUrl && URL.canParse(sourceUrl)) {
        refuseForeignSource(entity, sourceUrl, { input: 'sourceUrl' });
      }
      const all = await heldWorkspaces(workspaces, {
        ...options,
        componentRef,
        isDryRun,
        logger,
        signal,
      });
      all.forEach(held => refuseUnfit(held, speculative));
      const what = sourceUrl ?? `${CONFIGURATION_FOLDER}/ of the task`;
      const checkpoints = new SerialCheckpoints(ctx.checkpoint);
      const archive = new ArchiveOnce(
        () =>
          sourceUrl
            ? sources.read(sourceUrl, signal)
            : packFolder(ctx.workspacePath),
        (key, fn) => checkpoints.run(key, fn),
      );
      if (isDryRun) {
        for (const { fullName, url } of all) {
          logger.info(`${fullName}: would get ${what} ${url}`);
        }
        ctx.output('configurationVersions', {});
        return;
      }
      const { results, notBegun } = await runBatch(all, {
        concurrency: AT_ONCE,
        mayBegin: () => !signal?.aborted,
        stops: ({ error }: Uploaded) => Boolean(error),
        work: async (held): Promise<Uploaded> => {
          const { fullName, url } = held;
          try {
            const { id } = await checkpoints.run(
              `upload.${fullName}`,
              async () =>
                auditedWrite(
                  options.auditor,
                  {
                    eventId: 'configuration-upload',
                    user: ctx.user?.ref,
                    taskId: ctx.task.id,
                    meta: { workspace: fullName, source: what },
                  },
                  async () => ({
                    id: await uploadTo(held, await archive.get(), {
                      speculative,
                      clock,
                      signal,
                    }),
                  }),
                ),
            );
            logger.info(`${fullName}: has got ${what} as ${id} ${url}`);
            return { workspace: fullName, configurationVersionId: id };
          } catch (error) {
            signal?.throwIfAborted();
            if (!isError(error)) {
              throw error;
            }
            return { workspace: fullName, error };
          }
        },
      });
      signal?.throwIfAborted();
      const failed = results.flatMap(({ error }) => error ?? []);
      ctx.output(
        'configurationVersions',
        Object.fromEntries(
          results.flatMap(({ workspace, configurationVersionId: id }) =>
            id ? [[workspace, id]] : [],
          ),
        ),
      );
      if (failed.length > 0) {
        throw notAll(results, failed, notBegun);
      }
    },
  });
}

/** What has and has not got the configuration, as one error. */
function notAll(
  results: readonly Uploaded[],
  failed: readonly Error[],
  notBegun: ReadonlyArray<{ fullName: string }>,
): Error {
  const done = results.flatMap(({ workspace, error }) =>
    error ? [] : workspace,
  );
  const left = [
    ...results.flatMap(({ workspace, error }) => (error ? workspace : [])),
    ...notBegun.map(({ fullName }) => fullName),
  ];
  const reasons = [...new Set(failed.map(({ message }) => message))];
  const message = `${reasons.join('; ')}. Not uploaded to: ${left.join(', ')}.${
    done.length > 0 ? ` Uploaded to: ${done.join(', ')}.` : ''
  } Retry the task to go on with the rest.`;
  return failed.every(({ name }) => name === 'InputError')
    ? new InputError(message)
    : new Error(message);
}
