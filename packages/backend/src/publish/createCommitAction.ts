import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { commitTo } from './commitTo';

/**
 * `sandbox:repository:commit`: what stands for a pull request in the demo, and is
 * there at once.
 */
export function createCommitAction(options: { baseUrl: string }) {
  return createTemplateAction({
    id: 'sandbox:repository:commit',
    description:
      "Commits the files of the task's folder to a repository in the sandbox cloud",
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
        filesToDelete: z => z.array(z.string()).optional(),
      },
      output: {
        remoteUrl: z => z.string(),
        commitHash: z =>
          z.string().optional().describe('Absent where nothing was committed'),
      },
    },
    async handler(ctx) {
      const { name, filesToDelete = [] } = ctx.input;
      const url = `${options.baseUrl}/repositories/${encodeURIComponent(name)}`;
      ctx.output('remoteUrl', url);
      if (ctx.isDryRun) {
        ctx.logger.info(`Would commit to ${url}`);
        return;
      }
      const commit = await commitTo(url, {
        directory: ctx.workspacePath,
        filesToDelete,
        signal: ctx.signal,
      });
      ctx.logger.info(`Committed ${commit} to ${url}`);
      ctx.output('commitHash', commit);
    },
  });
}
