import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';

/**
 * Stands for the scaffolder's own module for GitHub, where nothing is published:
 * its action does not know of dry runs.
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
        );
      },
    });
  },
});
