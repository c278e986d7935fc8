import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import {
  hcpTerraformServiceRef,
  organizationAccountsServiceRef,
  soaAccountsServiceRef,
  soaDeliveryServiceRef,
} from '@backstage-soa/plugin-soa-node';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type {
  OrganizationAccounts,
  SoaAccountsClient,
} from '@backstage-soa/plugin-soa-node';
import request from 'supertest';
import { parse } from 'yaml';
import { scaffolderModuleSoa } from '../module';
import { fakeGithubModule } from './fakeGithubModule';
import { FakeHcpTerraform } from './FakeHcpTerraform';
import { FakeOrganizationAccounts } from './FakeOrganizationAccounts';
import { FakeRepositories } from './FakeRepositories';
import { lockOf } from './lockOf';
import { ordersAccounts } from './orders';
import { ORDERS_ROOT } from './ordersRepository';

/** What a dry run answers. */
export interface DryRun {
  status: number;
  error?: string;
  log: string[];
  /** By their path. */
  files: Record<string, string>;
  output: {
    links?: Array<{ title: string; url: string }>;
    text?: Array<{ title: string; content: string }>;
  };
  tfc: FakeHcpTerraform;
}

/** A product, and who owns it. */
const shop: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name: 'shop', namespace: 'default' },
    spec: { owner: 'team-shop' },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-shop', namespace: 'default' },
    spec: { type: 'team', children: [] },
  },
];

interface Options {
  entities?: Entity[];
  accounts?: SoaAccountsClient;
  /** The files of the repository of `orders`. */
  repository?: Record<string, string>;
  /** What `soa` has in the configuration besides. */
  soa?: object;
  organization?: OrganizationAccounts;
  /** Files by the URL of a repository's folder and their path. */
  folders?: Record<string, Record<string, string>>;
  /** Takes values that exclude each other, as those of chance do. */
  unchecked?: boolean;
}

/** Runs a shipped template dry, in a real scaffolder with our module. */
export async function dryRunTemplate(
  directory: string,
  values: object,
  options: Options = {},
): Promise<DryRun> {
  const dryRun = await startScaffolder(options);
  return dryRun(directory, values);
}

/** Starts a real scaffolder with our module, in which templates can be run dry. */
export async function startScaffolder(
  options: Options = {},
): Promise<(directory: string, values: object) => Promise<DryRun>> {
  const tfc = new FakeHcpTerraform();
  const repositories = new FakeRepositories();
  if (options.repository) {
    repositories.folders[ORDERS_ROOT] = options.repository;
  }
  Object.assign(repositories.folders, options.folders);
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModuleSoa,
      fakeGithubModule,
      catalogServiceMock.factory({ entities: options.entities ?? shop }),
      mockServices.urlReader.mock(repositories.reader()).factory,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/mock',
          ownershipEntityRefs: ['group:default/team-shop'],
        }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.test' },
          backend: { baseUrl: 'https://portal.test' },
          soa: {
            environments: [{ name: 'dev' }, { name: 'prod', production: true }],
            ...options.soa,
          },
        },
      }),
      createServiceFactory({
        service: hcpTerraformServiceRef,
        deps: {},
        factory: () => tfc,
      }),
      createServiceFactory({
        service: organizationAccountsServiceRef,
        deps: {},
        factory: () => ({
          managedBy: () =>
            options.organization ?? new FakeOrganizationAccounts(),
        }),
      }),
      createServiceFactory({
        service: soaAccountsServiceRef,
        deps: {},
        factory: () => options.accounts ?? ordersAccounts(RUNTIMES),
      }),
      createServiceFactory({
        service: soaDeliveryServiceRef,
        deps: {},
        factory: () => ({
          startRollout: async () => {
            throw new Error('A dry run starts nothing');
          },
          previewRollout: async ({ placements }) => ({
            stages: [
              ...new Set(placements.map(({ environment }) => environment)),
            ].map(environment => ({
              environment,
              waves: [
                placements
                  .filter(one => one.environment === environment)
                  .map(({ key }) => key),
              ],
            })),
          }),
          requestAccess: async ({ placements, dryRun }) => {
            if (!dryRun) {
              throw new Error('A dry run asks for nothing');
            }
            return {
              items: placements.map(({ workspace, account }) => ({
                workspace,
                account,
                state: 'absent' as const,
              })),
            };
          },
          listAccess: async () => ({ items: [] }),
          removeAccess: async () => {
            throw new Error('A dry run takes nothing away');
          },
          acquireLock: async ({ target, owner, dryRun }) => {
            if (!dryRun) {
              throw new Error('A dry run locks nothing');
            }
            return lockOf({ target, owner });
          },
          listLocks: async () => ({ items: [] }),
          releaseLocks: async () => {
            throw new Error('A dry run releases nothing');
          },
          allocateNetworkRange: async ({ dryRun, ...asked }) => {
            if (!dryRun) {
              throw new Error('A dry run takes no range');
            }
            return {
              ...asked,
              id: 'none',
              name: 'vpc',
              pool: 'workloads',
              state: 'allocating' as const,
              requestedBy: 'user:default/guest',
              requestedAt: '2026-11-27T10:00:00.000Z',
              overlaps: [],
              mayRelease: true,
            };
          },
          listNetworkRanges: async () => ({ items: [] }),
          releaseNetworkRanges: async () => {
            throw new Error('A dry run gives nothing back');
          },
          ensureSandboxEnvironment: async ({ componentRef, dryRun }) => {
            if (!dryRun) {
              throw new Error('A dry run keeps no sandbox environment');
            }
            return {
              componentRef,
              owner: 'group:default/team-shop',
              requestedBy: 'user:default/guest',
              state: 'active' as const,
              createdAt: '2026-11-27T10:00:00.000Z',
              expiresAt: '2026-12-04T10:00:00.000Z',
              extendableUntil: '2026-12-27T10:00:00.000Z',
              mayExtend: true,
              mayDelete: true,
            };
          },
        }),
      }),
    ],
  });
  return async (directory, values) => {
    const contents = await serializeDirectoryContents(directory);
    const template = parse(
      await readFile(join(directory, 'template.yaml'), 'utf8'),
    );
    const { status, body } = await request(server)
      .post('/api/scaffolder/v2/dry-run')
      .send({
        template: options.unchecked ? withoutChecks(template) : template,
        values,
        directoryContents: contents.map(({ path, content }) => ({
          path,
          base64Content: content.toString('base64'),
        })),
      });
    return {
      status,
      error:
        body.error?.message ??
        body.errors?.map(({ stack }: any) => stack).join('; '),
      log: (body.log ?? []).map((line: any) => line.body.message),
      files: Object.fromEntries(
        (body.directoryContents ?? []).map(({ path, base64Content }: any) => [
          path,
          Buffer.from(base64Content, 'base64').toString('utf8'),
        ]),
      ),
      output: body.output ?? {},
      tfc,
    };
  };
}

function withoutChecks({ spec, ...template }: any): object {
  const steps = spec.steps.map(({ input, ...step }: any) => ({
    ...step,
    input: { ...input, checks: undefined },
  }));
  return { ...template, spec: { ...spec, steps } };
}
