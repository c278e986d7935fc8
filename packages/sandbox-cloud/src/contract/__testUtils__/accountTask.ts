import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import scaffolderModuleSoa from '@backstage-soa/plugin-scaffolder-backend-module-soa';
import { soaAccountsServiceRef } from '@backstage-soa/plugin-soa-node';
import type { OrganizationTarget } from './organizationTarget';

const OWNER = 'group:default/team-shop';

/** `aws:account:ensure` as a portal has it, in front of an organisation. */
export async function accountTask(
  target: OrganizationTarget,
  organizationId: string,
) {
  const actions: TemplateAction<any, any, any>[] = [];
  const unit = (id: string, path: string) => ({
    id,
    path,
    organizationId,
    ...(path && { parentId: target.root.id }),
  });
  const nested = target.nested.path.join('/');
  const backend = await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...added) => actions.push(...(added as typeof actions)),
        },
      ],
    ],
    features: [
      scaffolderModuleSoa,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: [OWNER],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          aws: {
            mainAccount: { accessKeyId: 'AKIATEST', secretAccessKey: 'test' },
            accountDefaults: { roleName: 'soa-vending' },
          },
          soa: {
            aws: { endpoint: target.endpoint },
            accountVending: {
              managementAccountId: target.managementAccount,
              email: 'aws+{name}@vended.example',
              organizationalUnits: [nested],
            },
          },
        },
      }),
      createServiceFactory({
        service: soaAccountsServiceRef,
        deps: {},
        factory: () =>
          ({
            listOrganizationalUnits: async () => [
              unit(target.root.id, ''),
              unit(target.nested.id, nested),
            ],
          } as never),
      }),
    ],
  });
  const action = actions.find(({ id }) => id === 'aws:account:ensure')!;
  return {
    stop: () => backend.stop(),
    async run(name: string, input: object = {}) {
      const checkpoints = new Map<string, unknown>();
      const outputs: Record<string, any> = {};
      const log: string[] = [];
      const say = (line: string) => log.push(line);
      await action.handler({
        input: {
          name,
          owner: OWNER,
          organizationalUnit: nested,
          environment: 'prod',
          runtimes: ['lambda'],
          regions: ['us-east-1'],
          ...input,
        },
        task: { id: 'task-1' },
        logger: { info: say, warn: say },
        output: (key: string, value: unknown) => {
          outputs[key] = value;
        },
        getInitiatorCredentials: async () => mockCredentials.user(),
        checkpoint: async ({ key, fn }: any) => {
          if (!checkpoints.has(key)) {
            checkpoints.set(key, await fn());
          }
          return checkpoints.get(key);
        },
      } as never);
      return { log, outputs };
    },
  };
}
