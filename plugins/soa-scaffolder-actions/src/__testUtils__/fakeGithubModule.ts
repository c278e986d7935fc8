import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';

/** Stands for the scaffolder's own module for GitHub. */
export function fakeGithubModule(published: object[]) {
  return createBackendModule({
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
              supportsDryRun: true,
              async handler(ctx) {
                published.push(ctx.input);
                const url = 'https://github.com/acme/orders';
                ctx.output('remoteUrl', `${url}.git`);
                ctx.output('repoContentsUrl', `${url}/blob/main`);
                ctx.output('commitHash', '0123abc');
              },
            }),
          );
        },
      });
    },
  });
}
