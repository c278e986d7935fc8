import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readNotification } from '@backstage-soa/plugin-soa-node';
import type {
  HcpTerraformClient,
  HcpTerraformWorkspace,
} from '@backstage-soa/plugin-soa-node';
import { control } from '../__testUtils__/control';
import {
  describeOnSpecification,
  problemsOf,
} from './__testUtils__/specification';
import { WatchedSandbox } from './__testUtils__/WatchedSandbox';

const ORDERS = 'checkout-prod-use1';

describe('what comes with workspaces', () => {
  let watched: WatchedSandbox;
  let client: HcpTerraformClient;
  let portal: Server;
  let told: Promise<unknown>;

  const find = async (name = ORDERS) =>
    (await client.findWorkspace(name, { withDetails: true }))!;

  beforeAll(async () => {
    watched = await WatchedSandbox.start();
    client = watched.client;
    told = new Promise(resolve => {
      portal = createServer((request, response) => {
        let body = '';
        request.on('data', chunk => (body += chunk));
        request.on('end', () => {
          response.end();
          if (!body.includes('verification')) {
            resolve(JSON.parse(body));
          }
        });
      });
    });
    await new Promise<void>(resolve => {
      portal.listen(0, '127.0.0.1', resolve);
    });
  });

  afterAll(async () => {
    portal.closeAllConnections();
    portal.close();
    await watched.stop();
  });

  it('is all that is kept of them, in as many requests as pages', async () => {
    const before = watched.proxy.exchanges.length;
    const workspaces: HcpTerraformWorkspace[] = [];
    for await (const one of client.listWorkspaces({ withDetails: true })) {
      workspaces.push(one);
    }
    expect(watched.proxy.exchanges.length - before).toBe(
      Math.ceil(workspaces.length / 100),
    );
    const { id, ...listed } = workspaces.find(({ name }) => name === ORDERS)!;
    expect(listed).toMatchObject({
      hasState: true,
      stateCreatedAt: listed.latestChangeAt,
      mayReadVariables: true,
      mayReadOutputs: true,
      assessment: { drifted: false, resourcesDrifted: 0 },
    });
    expect(listed.variables).toEqual(await client.listVariables(id));
    expect(listed.outputs).toEqual(await client.listOutputs(id));
    expect(listed.outputs).not.toEqual([]);
    expect(await find()).toEqual({ id, ...listed });
  });

  it('is no state, and no assessment, of what was never applied', async () => {
    await client.createWorkspace({
      name: 'details-new',
      assessmentsEnabled: true,
    });
    const { assessment, ...found } = await find('details-new');
    expect(found).toMatchObject({ hasState: false, outputs: [] });
    expect(assessment).toBeUndefined();
  });

  it('is a drift, which is told, once somebody has broken something', async () => {
    const { port } = portal.address() as AddressInfo;
    const { id } = await find();
    await client.createNotification(id, {
      name: 'portal',
      url: `http://127.0.0.1:${port}`,
      token: 'secret',
      triggers: ['assessment:drifted'],
    });
    await control(watched.sandbox, 'break-cluster', {});
    const { assessment, stateCreatedAt } = await find();
    expect(assessment).toMatchObject({ drifted: true, resourcesDrifted: 1 });
    expect(Date.parse(assessment!.createdAt!)).toBeGreaterThan(
      Date.parse(stateCreatedAt!),
    );
    expect(readNotification(await told)).toMatchObject({
      triggers: ['assessment:drifted'],
      workspace: { organization: 'acme', id, name: ORDERS },
    });
  });

  describeOnSpecification(
    "HashiCorp's specification (needs SOA_HCP_TERRAFORM_OPENAPI)",
    () => {
      it('is kept by the client, and by the sandbox cloud', () => {
        expect(problemsOf(watched.proxy.exchanges)).toEqual([]);
      });
    },
  );
});
