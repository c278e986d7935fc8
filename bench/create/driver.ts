import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { ConfigReader } from '@backstage/config';
import type { ResolvedPlacement } from '@backstage-soa/plugin-soa-common';
import type { HcpTerraform } from '@backstage-soa/plugin-soa-node';
import { DefaultHcpTerraform } from '../../plugins/soa-node/src/hcp-terraform/DefaultHcpTerraform';
import {
  createEnsureProjectAction,
  createEnsureWorkspacesAction,
  createRenderTerraformAction,
} from '../../plugins/soa-scaffolder-actions/src/actions';
import { defaultWorkspaceSettings } from '../../plugins/soa-scaffolder-actions/src/settings';
import {
  modulesDirectories,
  TerraformModules,
} from '../../plugins/soa-scaffolder-actions/src/terraform-modules';

const { sandboxUrl, counts, resultFile, folder } = JSON.parse(
  process.env.SOA_BENCH!,
) as {
  sandboxUrl: string;
  counts: number[];
  resultFile: string;
  folder: string;
};

const owner = 'group:default/team-shop';

/** What each workspace has beside what the action gives to every one. */
const variables = [
  { key: 'log_level', value: 'info', category: 'terraform' },
  { key: 'API_KEY', value: 'secret', category: 'env', sensitive: true },
];
/** `placement`, and three for dynamic credentials. */
const OWN_VARIABLES = 4;

let requests = 0;
/** For their rate: on a busy machine some come later than they were sent. */
let refused = 0;
const { fetch } = globalThis;
globalThis.fetch = async (...call) => {
  requests += 1;
  const answer = await fetch(...call);
  refused += answer.status === 429 ? 1 : 0;
  return answer;
};

function placementsOf(service: string, count: number): ResolvedPlacement[] {
  return Array.from({ length: count }, (_, index) => {
    const account = String(100_000_000_000 + index);
    const key = `dev-use1-${account.slice(-4)}`;
    return {
      environment: 'dev',
      account,
      accountName: `account-${index}`,
      region: 'us-east-1',
      runtime: 'ecs-fargate',
      key,
      workspace: `acme/${service}-${key}`,
    };
  });
}

async function run(
  action: { handler: (context: any) => Promise<void> },
  input: object,
  workspacePath = folder,
) {
  await action.handler({
    input,
    workspacePath,
    task: { id: 'bench' },
    logger: { info() {}, warn: console.log },
    output() {},
    getInitiatorCredentials: async () => ({}),
    checkpoint: async ({ fn }: { fn: () => Promise<unknown> }) => fn(),
  });
}

async function measured(act: () => Promise<void>) {
  requests = 0;
  refused = 0;
  const before = performance.now();
  await act();
  return { requests, refused, seconds: (performance.now() - before) / 1000 };
}

/** Stands for the portal: answers HCP Terraform's look for it. */
async function notifiedServer() {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(202).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => server.close(),
  };
}

/** Stands for the fingerprints' table, which takes no requests. */
function rememberedSecrets() {
  const states = new Map<string, object>();
  return {
    of: (_: unknown, value: string) => value,
    read: async () => states,
    save: async (identity: any, state: object) => {
      const { workspaceId, category, key } = identity;
      states.set(JSON.stringify([workspaceId, category, key]), state);
    },
  } as never;
}

async function renderTime(hcpTerraform: HcpTerraform) {
  const action = createRenderTerraformAction({
    hcpTerraform,
    modules: new TerraformModules(
      modulesDirectories(new ConfigReader({}) as never),
    ),
    moduleSource: () => undefined,
    permissionsBoundary: undefined,
    productionEnvironments: [],
  });
  const path = join(folder, 'rendered');
  mkdirSync(path);
  const { seconds } = await measured(() =>
    run(
      action,
      {
        name: 'orders',
        componentRef: 'component:default/orders',
        owner,
        placements: placementsOf('orders', 100),
        settings: { image: 'registry.example/orders:1' },
      },
      path,
    ),
  );
  return seconds * 1000;
}

async function main() {
  const notified = await notifiedServer();
  const hcpTerraform = DefaultHcpTerraform.fromConfig(
    new ConfigReader({
      soa: {
        hcpTerraform: [
          { organization: 'acme', baseUrl: sandboxUrl, token: 'sandbox-token' },
        ],
      },
    }) as never,
  );
  const renderMs = await renderTime(hcpTerraform);
  const auditor = {
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  };
  const project = createEnsureProjectAction({
    hcpTerraform,
    auditor,
    userInfo: {
      getUserInfo: async () => ({
        userEntityRef: 'user:default/guest',
        ownershipEntityRefs: [owner],
      }),
    },
  });
  await run(project, { owner });
  const rounds = [];
  for (const count of counts) {
    const service = `bench-${count}`;
    const placements = placementsOf(service, count);
    const action = createEnsureWorkspacesAction({
      hcpTerraform,
      auditor,
      accounts: {
        resolvePlacements: async () => ({ placements, problems: [] }),
      } as never,
      catalog: { getEntityByRef: async () => undefined },
      permissions: {
        authorize: async () => [],
        authorizeConditional: async () => [],
      },
      portalUrl: 'http://localhost',
      productionEnvironments: [],
      workspaceSettings: new Map([
        [
          'acme',
          {
            ...defaultWorkspaceSettings,
            teams: [{ name: 'team-platform', access: 'admin' as const }],
            variableSets: ['shared-settings'],
          },
        ],
      ]),
      notifications: [
        { organization: 'acme', key: 'k'.repeat(32), url: notified.url },
      ],
      notificationUrl: async () => notified.url,
      fingerprints: rememberedSecrets(),
    });
    const input = { name: service, owner, placements, variables };
    console.log(`Creating ${count} workspaces`);
    const created = await measured(() => run(action, input));
    console.log(`Ensuring ${count} workspaces that are there`);
    const again = await measured(() => run(action, input));
    rounds.push({ count, created, again });
  }
  notified.stop();
  writeFileSync(
    resultFile,
    JSON.stringify({
      rounds,
      renderMs,
      extras: {
        variables: OWN_VARIABLES + variables.length,
        teams: 1,
        variableSets: 1,
        notifications: 1,
      },
    }),
  );
}

main().catch(error => {
  console.error(error);
  process.exitCode = 1;
});
