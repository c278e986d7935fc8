import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { archiveWorkspace } from './archiveWorkspace';
import { askSandbox } from './askSandbox';

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
        commitHash: z => z.string(),
      },
    },
    async handler(ctx) {
      const url = `${options.baseUrl}/repositories/${encodeURIComponent(
        ctx.input.name,
      )}`;
      ctx.output('remoteUrl', url);
      ctx.output('repoContentsUrl', url);
      if (ctx.isDryRun) {
        ctx.output('commitHash', 'unknown');
        return;
      }
      const { commit } = await push(
        url,
        await archiveWorkspace(ctx.workspacePath),
        ctx.signal,
      );
      ctx.logger.info(`Published commit ${commit} at ${url}`);
      ctx.output('commitHash', commit);
    },
  });
}

async function push(
  url: string,
  archive: Buffer,
  signal?: AbortSignal,
): Promise<{ commit: string }> {
  const answer = await askSandbox(url, {
    method: 'PUT',
    headers: { 'content-type': 'application/gzip' },
    body: new Uint8Array(archive),
    signal,
  });
  return answer.json() as Promise<{ commit: string }>;
}
