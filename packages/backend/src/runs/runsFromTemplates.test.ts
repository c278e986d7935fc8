import { setTimeout } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import scaffolderModuleSoa from '@backstage-soa/plugin-scaffolder-backend-module-soa';
import soaDeliveryPlugin from '@backstage-soa/plugin-soa-delivery-backend';
import { startSandboxCloud } from '@internal/sandbox-cloud';
import request from 'supertest';

const PAUSE_MS = 50;
const componentRef = 'component:default/checkout';

const component = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'checkout', namespace: 'default' },
  spec: {},
};

/** A template of one step, whose input is what the test gives. */
const templateOf = (action: string) => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name: action.replaceAll(':', '-'), namespace: 'default' },
  spec: {
    type: 'service',
    parameters: [],
    steps: [{ id: 'it', name: 'It', action, input: '${{ parameters.input }}' }],
    output: { result: '${{ steps.it.output }}' },
  },
});

const actions = ['tfc:runs:start', 'tfc:workspaces:destroy'];

describe('runs from templates, on the sandbox cloud', () => {
  let sandbox: Awaited<ReturnType<typeof startSandboxCloud>>;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;

  beforeAll(async () => {
    sandbox = await startSandboxCloud({ speed: 100 });
    backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleSoa,
        soaDeliveryPlugin,
        catalogServiceMock.factory({
          entities: [component, ...actions.map(templateOf)],
        }),
        mockServices.rootConfig.factory({
          data: {
            app: { baseUrl: 'https://portal.test' },
            soa: {
              environments: [
                { name: 'dev' },
                { name: 'prod', production: true },
              ],
              hcpTerraform: [
                {
                  organization: 'acme',
                  baseUrl: sandbox.url,
                  token: 'sandbox-token',
                },
              ],
            },
          },
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await sandbox?.stop();
  });

  const misbehave = (rule: object) =>
    fetch(`${sandbox.url}/_sandbox/misbehave`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ service: 'hcp-terraform', ...rule }),
    });

  /** How a task ends, with what it has said. */
  async function task(action: string, input: object) {
    const { server } = backend;
    const { body, text } = await request(server)
      .post('/api/scaffolder/v2/tasks')
      .send({
        templateRef: `template:default/${action.replaceAll(':', '-')}`,
        values: { input: { componentRef, ...input } },
      });
    if (!body.id) {
      throw new Error(text);
    }
    const path = `/api/scaffolder/v2/tasks/${body.id}`;
    for (;;) {
      const { status } = (await request(server).get(path)).body;
      if (!['open', 'processing'].includes(status)) {
        const events: any[] = (
          await request(server).get(`${path}/events?after=0`)
        ).body;
        return {
          status: status as string,
          log: events.map(event => event.body.message).join('\n'),
        };
      }
      await setTimeout(PAUSE_MS);
    }
  }

  it('plans, and tells what it costs and what policies say', async () => {
    const { status, log } = await task('tfc:runs:start', {
      operation: 'plan',
      workspaces: ['acme/checkout-dev-use1', 'acme/checkout-prod-use1'],
    });
    expect(log).toMatch(
      /acme\/checkout-dev-use1: 0 to add, 0 to change, 0 to destroy, 0 to import; \+0\.00 USD a month, which makes 40\.50 USD; policies: 5 passed/,
    );
    expect(status).toBe('completed');
  }, 60_000);

  it('starts one run where the answer is lost', async () => {
    await misbehave({ kind: 'lose-answer', operation: 'POST /runs' });
    const { status, log } = await task('tfc:runs:start', {
      operation: 'refresh-only',
      workspaces: ['acme/checkout-dev-use1'],
    });
    expect(log).toMatch(/has not said whether it has started the run/);
    expect(status).toBe('completed');
  }, 60_000);

  it('fails with a sentence where a mandatory policy does', async () => {
    await misbehave({ kind: 'policy-fails', operation: 'checkout-dev-use1' });
    const { status, log } = await task('tfc:runs:start', {
      operation: 'plan',
      workspaces: ['acme/checkout-dev-use1'],
    });
    expect(log).toMatch(/policies: 4 passed, 1 mandatory failed/);
    expect(log).toMatch(
      /The run ended as "errored": .* Mandatory policies that failed: 1\./,
    );
    expect(status).toBe('failed');
  }, 60_000);

  it('takes a service away, and nothing of production without its name', async () => {
    const workspaces = ['acme/checkout-dev-use1', 'acme/checkout-prod-use1'];
    const refused = await task('tfc:workspaces:destroy', { workspaces });
    expect(refused.log).toMatch(
      /confirm: acme\/checkout-prod-use1 is in production/,
    );
    const { status, log } = await task('tfc:workspaces:destroy', {
      workspaces,
      confirm: 'checkout',
    });
    expect(log).toMatch(
      /checkout-dev-use1: deleted, with all that it had made/,
    );
    expect(log).toMatch(/checkout-prod-use1: deleted, with all/);
    expect(status).toBe('completed');
    const again = await task('tfc:workspaces:destroy', {
      workspaces: ['acme/checkout-dev-use1'],
    });
    expect(again.log).toMatch(/nothing to do, it is gone already/);
    expect(again.status).toBe('completed');
  }, 60_000);
});
