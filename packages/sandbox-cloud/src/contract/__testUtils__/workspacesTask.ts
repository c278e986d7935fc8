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

/** The placements of a service that nobody has yet. */
export function placementsOf(service: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    environment: 'dev',
    account: String(100_000_000_000 + index),
    accountName: `account-${index}`,
    region: 'us-east-1',
    runtime: 'ecs-fargate',
    key: `dev-use1-${index}`,
    workspace: `acme/${service}-dev-use1-${index}`,
  }));
}

/**
 * `tfc:workspaces:ensure` as a portal has it, in front of a sandbox cloud. Its
 * inventory allows everything.
 */
export async function workspacesTask(sandboxUrl: string) {
  const actions: TemplateAction<any, any, any>[] = [];
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
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          soa: {
            terraform: { fingerprintKey: 'k'.repeat(32) },
            hcpTerraform: [
              {
                organization: 'acme',
                baseUrl: sandboxUrl,
                token: 'sandbox-token',
                workspaces: {
                  teams: [{ name: 'team-platform', access: 'admin' }],
                  variableSets: ['shared-settings'],
                },
              },
            ],
          },
        },
      }),
      createServiceFactory({
        service: soaAccountsServiceRef,
        deps: {},
        factory: () =>
          ({
            resolvePlacements: async ({ name, stages }: any) => ({
              placements: placementsOf(name, stages.length),
              problems: [],
            }),
          } as never),
      }),
    ],
  });
  const action = actions.find(({ id }) => id === 'tfc:workspaces:ensure')!;
  return {
    stop: () => backend.stop(),
    async run(
      service: string,
      count: number,
      options: { signal?: AbortSignal; checkpoints?: Map<string, any> } = {},
    ) {
      const { signal, checkpoints = new Map() } = options;
      const log: string[] = [];
      const say = (line: string) => log.push(line);
      let workspaces: Array<{ id: string; effect: string }> = [];
      await action.handler({
        signal,
        input: {
          name: service,
          owner: 'group:default/team-shop',
          placements: placementsOf(service, count),
          variables: [
            { key: 'SECRET', value: 'hush', category: 'env', sensitive: true },
          ],
        },
        task: { id: 'task-1' },
        logger: { info: say, warn: say },
        output: (_name: string, value: any) => {
          workspaces = value;
        },
        getInitiatorCredentials: async () => mockCredentials.user(),
        checkpoint: async ({ key, fn }: any) => {
          if (!checkpoints.has(key)) {
            checkpoints.set(key, await fn());
          }
          return checkpoints.get(key);
        },
      } as never);
      return { log, workspaces };
    },
  };
}
