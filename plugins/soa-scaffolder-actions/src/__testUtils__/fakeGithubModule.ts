import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';

/**
 * Stands for the scaffolder's own module for GitHub, where nothing is published:
 * one of its actions does not know of dry runs.
 */
export const fakeGithubModule = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'test-publish',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
      },
      async init({ actions }) {
        actions.addActions(
          createTemplateAction({
            id: 'publish:github',
            schema: {
              input: {
                repoUrl: z => z.string(),
                description: z => z.string().optional(),
                defaultBranch: z => z.string().optional(),
              },
              output: {
                remoteUrl: z => z.string(),
                repoContentsUrl: z => z.string(),
                commitHash: z => z.string(),
              },
            },
            async handler() {
              throw new Error('A dry run publishes nothing');
            },
          }),
          // The real one does not, and needs the host's integration.
          createTemplateAction({
            id: 'publish:github:pull-request',
            supportsDryRun: true,
            schema: {
              input: {
                repoUrl: z => z.string().startsWith('github.com?'),
                branchName: z => z.string(),
                title: z => z.string(),
                description: z => z.string(),
                targetBranchName: z => z.string().optional(),
                sourcePath: z => z.string().optional(),
                targetPath: z => z.string().optional(),
                filesToDelete: z => z.array(z.string()).optional(),
                update: z => z.boolean().optional(),
              },
              output: {
                remoteUrl: z => z.string(),
                pullRequestNumber: z => z.number(),
              },
            },
            async handler(ctx) {
              if (!ctx.isDryRun) {
                throw new Error('A dry run publishes nothing');
              }
              ctx.output('remoteUrl', ctx.input.repoUrl);
              ctx.output('pullRequestNumber', 43);
            },
          }),
        );
      },
    });
  },
});
