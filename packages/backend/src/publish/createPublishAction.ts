import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { archiveWorkspace } from './archiveWorkspace';

/** `sandbox:repository:publish`: what stands for a source-code host in the demo. */
export function createPublishAction(options: { baseUrl: string }) {
  return createTemplateAction({
    id: 'sandbox:repository:publish',
    description: "Keeps the task's folder as a repository in the sandbox cloud",
    supportsDryRun: true,
    schema: {
      input: { name: z => z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/) },
      output: {
        remoteUrl: z => z.string(),
        repoContentsUrl: z => z.string(),
        archiveUrl: z => z.string(),
      },
    },
    async handler(ctx) {
      const url = `${options.baseUrl}/repositories/${encodeURIComponent(
        ctx.input.name,
      )}`;
      ctx.output('remoteUrl', url);
      ctx.output('repoContentsUrl', url);
      if (ctx.isDryRun) {
        ctx.output('archiveUrl', `${url}/archive/unknown.tar.gz`);
        return;
      }
      const archive = await archiveWorkspace(ctx.workspacePath);
      const answer = await fetch(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/gzip' },
        body: new Uint8Array(archive),
        signal: ctx.signal,
      });
      if (!answer.ok) {
        throw new Error(
          `The sandbox cloud did not take the repository (${answer.status}): is it running?`,
        );
      }
      const { archiveUrl, commit } = await answer.json();
      ctx.logger.info(`Published commit ${commit} at ${url}`);
      ctx.output('archiveUrl', archiveUrl);
    },
  });
}
