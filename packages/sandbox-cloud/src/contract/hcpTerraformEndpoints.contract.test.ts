import { resolve } from 'node:path';
import type { HcpTerraformClient } from '@backstage-soa/plugin-soa-node';
import { mockServices } from '@backstage/backend-test-utils';
import { hcpRoutes } from '../__testUtils__/routes';
import { sourcesOf } from '../__testUtils__/sourcesOf';
import { startSandboxCloud } from '../startSandboxCloud';
import type { SandboxCloud } from '../startSandboxCloud';
import { hcpTerraformFrom } from './__testUtils__/clients';
import { RecordingProxy } from './__testUtils__/RecordingProxy';

type Method = Exclude<keyof HcpTerraformClient, 'organization'>;

const NOTIFICATION = {
  name: 'none',
  url: 'http://localhost/none',
  token: '',
  triggers: [],
};

/** A call of each method that plugins use, of something that is not there. */
const CALLS: Partial<
  Record<Method, (client: HcpTerraformClient, url: string) => unknown>
> = {
  workspaceUrl: client => client.workspaceUrl('none'),
  runUrl: client => client.runUrl('none', 'run-none'),
  findProject: client => client.findProject('none'),
  createProject: client => client.createProject({ name: '?' }),
  findWorkspace: client => client.findWorkspace('none'),
  listWorkspaces: client =>
    client.listWorkspaces()[Symbol.asyncIterator]().next(),
  createWorkspace: client => client.createWorkspace({ name: '?' }),
  updateWorkspace: client => client.updateWorkspace('ws-none', {}),
  listVariables: client => client.listVariables('ws-none'),
  createVariable: client =>
    client.createVariable('ws-none', {
      key: 'none',
      value: '',
      category: 'env',
    }),
  updateVariable: client => client.updateVariable('ws-none', 'var-none', {}),
  findTeams: client => client.findTeams(['none']),
  listTeamAccess: client =>
    client
      .listTeamAccess({ workspaceId: 'ws-none' })
      [Symbol.asyncIterator]()
      .next(),
  addTeamAccess: client =>
    client.addTeamAccess({
      teamId: 'team-none',
      workspaceId: 'ws-none',
      access: 'read',
    }),
  updateTeamAccess: client =>
    client.updateTeamAccess('tws-none', { access: 'read' }),
  findVariableSet: client => client.findVariableSet('none'),
  applyVariableSet: client => client.applyVariableSet('varset-none', []),
  listNotifications: client => client.listNotifications('ws-none'),
  createNotification: client =>
    client.createNotification('ws-none', NOTIFICATION),
  updateNotification: client =>
    client.updateNotification('nc-none', NOTIFICATION),
  listRunTriggers: client => client.listRunTriggers('ws-none'),
  createRunTrigger: client => client.createRunTrigger('ws-none', 'ws-none'),
  createConfigurationVersion: client =>
    client.createConfigurationVersion('ws-none'),
  getConfigurationVersion: client => client.getConfigurationVersion('cv-none'),
  uploadConfiguration: (client, url) =>
    client.uploadConfiguration(`${url}/_archivist/cv-none`, new Uint8Array()),
  createRun: client =>
    client.createRun({ workspaceId: 'ws-none', message: '' }),
  getRun: client => client.getRun('run-none'),
  listRuns: client => client.listRuns('ws-none'),
  applyRun: client => client.applyRun('run-none', {}),
  discardRun: client => client.discardRun('run-none', {}),
  cancelRun: client => client.cancelRun('run-none', {}),
  getCostEstimate: client => client.getCostEstimate('ce-none'),
  listPolicyEvaluations: client => client.listPolicyEvaluations('ts-none'),
  listPolicyChecks: client => client.listPolicyChecks('run-none'),
  listTfPolicyEvaluations: client => client.listTfPolicyEvaluations('run-none'),
  safeDeleteWorkspace: client => client.safeDeleteWorkspace('ws-none'),
  getPlan: client => client.getPlan('plan-none'),
  listOutputs: client => client.listOutputs('ws-none'),
};

describe("HCP Terraform's endpoints", () => {
  let sandbox: SandboxCloud;
  let proxy: RecordingProxy;
  let client: HcpTerraformClient;
  /** The routes that each method goes to. */
  const routes = new Map<string, string[]>();

  const routesFor = (method: string, path: string) =>
    hcpRoutes.filter(route => {
      const [routeMethod, pattern] = route.split(' ');
      const parts = pattern.replace(/:\w+/g, '[^/]+');
      return routeMethod === method && new RegExp(`^${parts}$`).test(path);
    });

  beforeAll(async () => {
    sandbox = await startSandboxCloud();
    proxy = await RecordingProxy.before(sandbox.url);
    client = await hcpTerraformFrom(
      mockServices.rootConfig({
        data: {
          soa: {
            hcpTerraform: [
              {
                organization: 'acme',
                baseUrl: proxy.url,
                token: 'sandbox-token',
              },
            ],
          },
        },
      }),
    );
    for (const [name, call] of Object.entries(CALLS)) {
      const before = proxy.exchanges.length;
      let answer: unknown;
      try {
        answer = await call(client, proxy.url);
      } catch {
        // What is not there cannot be changed: it was asked for, all the same.
      }
      const requests: Array<[string, string]> = proxy.exchanges
        .slice(before)
        .map(({ method, path }) => [method, path]);
      if (name.endsWith('Url')) {
        requests.push(['GET', new URL(String(answer)).pathname]);
      }
      routes.set(
        name,
        requests.flatMap(([method, path]) => routesFor(method, path)),
      );
    }
  });

  afterAll(async () => {
    await proxy.stop();
    await sandbox.stop();
  });

  /** The methods of the client that plugins use, and not only offer. */
  const methodsInUse = () => {
    // The inventory's client has methods of the same names.
    const sources = sourcesOf(resolve(__dirname, '../../../../plugins')).filter(
      source => source.includes('HcpTerraform') || !/soaAccounts/i.test(source),
    );
    return Object.keys(client).filter(method =>
      sources.some(source =>
        new RegExp(`\\bclient\\s*\\??\\.${method}\\(`).test(source),
      ),
    );
  };

  it.each(hcpRoutes)('are called by a plugin, with their method: %s', route => {
    const callers = methodsInUse().filter(method =>
      routes.get(method)?.includes(route),
    );
    expect(callers).not.toEqual([]);
  });

  it('answer whatever a plugin calls', () => {
    const unanswered = methodsInUse().filter(
      method => !routes.get(method)?.length,
    );
    expect(unanswered).toEqual([]);
    expect(methodsInUse().length).toBeGreaterThan(15);
  });
});
