import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import catalogModuleSoa from '@backstage-soa/plugin-catalog-backend-module-soa';
import scaffolderModuleSoa from '@backstage-soa/plugin-scaffolder-backend-module-soa';
import soaAccountsPlugin from '@backstage-soa/plugin-soa-accounts-backend';
import soaDeliveryPlugin from '@backstage-soa/plugin-soa-delivery-backend';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import type { JsonObject } from '@backstage/types';
import { startSandboxCloud } from '@internal/sandbox-cloud';
import request from 'supertest';
import sandboxPublish from '..';
import sandboxTemplates from '../catalogModule';
import { FakeGithub } from './FakeGithub';

const TEMPLATES = resolve(
  __dirname,
  '../../../../../templates/all-templates.yaml',
);

const SMALLEST = {
  owner: 'group:default/team-shop',
  description: 'Takes orders',
  stages: [{ environment: 'prod', regions: ['us-east-1'] }],
  image: 'public.ecr.aws/nginx/nginx-unprivileged:stable',
  acceptTag: true,
  cpu: 256,
  memory: 512,
};

const PAUSE_MS = 50;

/**
 * The backends that make a service, for real.
 *
 * @param integrations - with or without GitHub's credentials
 * @param options - `templates`: files with more templates than the shipped ones;
 *   `groups`: whom the user belongs to; `database`: other than one in memory
 */
export async function startPortal(
  integrations: JsonObject,
  options: {
    templates?: string[];
    groups?: string[];
    database?: { feature: BackendFeature; configuration: JsonObject };
  } = {},
) {
  const {
    templates = [TEMPLATES],
    groups = ['group:default/team-shop'],
    database,
  } = options;
  // What `fetch` reads is of Node's realm, and templates take Jest's arrays only.
  jest
    .spyOn(Response.prototype, 'json')
    .mockImplementation(async function json(this: Response) {
      return JSON.parse(await this.text());
    });
  const sandbox = await startSandboxCloud({ speed: 100 });
  const github = new FakeGithub();
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      scaffolderEntityModel,
      catalogModuleSoa,
      sandboxTemplates,
      scaffolderPlugin,
      scaffolderModuleSoa,
      github.module,
      sandboxPublish,
      soaAccountsPlugin,
      soaDeliveryPlugin,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => github.reader,
      }),
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['user:default/mock', ...groups],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          ...configuration(sandbox.url, integrations, templates),
          ...(database && { backend: { database: database.configuration } }),
        },
      }),
      ...(database ? [database.feature] : []),
    ],
  });
  const { server } = backend;
  const get = async (path: string) =>
    (await request(server).get(`/api/${path}`)).body;
  const portal = {
    github,
    get,
    sandboxUrl: sandbox.url,
    /** Some ticks of the scheduler. */
    async tick(times: number) {
      for (let done = 0; done < times; done += 1) {
        await scheduler.triggerTask('soa-delivery-access');
        await scheduler.triggerTask('soa-delivery-advance');
        // Runs go by in the meantime.
        await setTimeout(PAUSE_MS);
      }
    },
    /** @returns how the task has ended, with what it has said */
    async create(values: object, template = 'ecs-fargate-service') {
      const { body } = await request(server)
        .post('/api/scaffolder/v2/tasks')
        .send({
          templateRef: `template:default/${template}`,
          values: { ...SMALLEST, ...values },
        });
      if (!body.id) {
        throw new Error(JSON.stringify(body));
      }
      const path = `scaffolder/v2/tasks/${body.id}`;
      const { status } = await until(
        async () => {
          // What the task waits for goes on by itself, as in a real portal.
          await scheduler.triggerTask('soa-delivery-access');
          return get(path);
        },
        task => !['open', 'processing'].includes(task.status),
      );
      const events: any[] = await get(`${path}/events?after=0`);
      const last = events[events.length - 1].body;
      return {
        status: status as string,
        log: events.map(({ body: { message } }) => message).join('\n'),
        output: last.output as {
          text: Array<{ content: string }>;
        },
      };
    },
    async stop() {
      await backend.stop();
      await sandbox.stop();
    },
  };
  // Accounts are offered once they are in the catalog.
  for (const which of [/^soa-accounts-refresh/, /^soa-organization:/]) {
    for (const { id } of await scheduler.getScheduledTasks()) {
      if (which.test(id)) {
        await scheduler.triggerTask(id);
      }
    }
  }
  for (const wanted of [
    'resource/default/100000000101',
    'resource/default/100000000501',
    'group/default/team-shop',
    'group/default/team-platform',
    'template/default/ecs-fargate-service',
  ]) {
    await until(
      () => get(`catalog/entities/by-name/${wanted}`),
      ({ metadata }) => metadata !== undefined,
    );
  }
  return portal;
}

/** Asks until the answer is as wanted; the test's own deadline is the end of it. */
async function until<T>(
  ask: () => Promise<T>,
  isWanted: (answer: T) => boolean,
): Promise<T> {
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) {
      return answer;
    }
    // Leaves the processor to those who are asked.
    await setTimeout(PAUSE_MS);
  }
}

function configuration(
  sandboxUrl: string,
  integrations: JsonObject,
  templates: readonly string[],
) {
  return {
    app: { baseUrl: 'https://portal.test' },
    aws: {
      mainAccount: {
        accessKeyId: 'AKIASANDBOX000000001',
        secretAccessKey: 'sandbox',
      },
      accountDefaults: { roleName: 'soa-reader', region: 'us-east-1' },
    },
    demo: { repositoriesUrl: sandboxUrl },
    integrations,
    soa: {
      environments: [
        { name: 'sandbox' },
        { name: 'dev' },
        { name: 'prod', production: true },
      ],
      platform: { owners: ['group:default/team-platform'] },
      access: { settle: { seconds: 0 } },
      aws: {
        endpoint: sandboxUrl,
        organizations: [{ accountId: '100000000001' }],
      },
      hcpTerraform: [
        { organization: 'acme', baseUrl: sandboxUrl, token: 'sandbox-token' },
      ],
    },
    catalog: {
      rules: [{ allow: ['Component', 'Resource', 'Location'] }],
      providers: { soa: { defaultOwner: 'group:default/team-platform' } },
      locations: [
        {
          type: 'url',
          target: `${sandboxUrl}/catalog/organization.yaml`,
          rules: [{ allow: ['User', 'Group', 'System', 'Component'] }],
        },
        ...templates.map(target => ({
          type: 'file',
          target,
          rules: [{ allow: ['Location', 'Template'] }],
        })),
      ],
    },
  };
}
