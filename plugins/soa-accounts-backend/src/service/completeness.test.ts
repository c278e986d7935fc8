import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { InventoryStore } from '../store';
import { createRouter } from './createRouter';
import type { RouterOptions } from './createRouter';

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
const at = new Date('2026-01-01T00:00:00Z');

describe.each(databases.eachSupportedId())('completeness on %s', databaseId => {
  it('does not wait for a source that cannot be read, beside one that has been', async () => {
    const store = await InventoryStore.create(
      mockServices.database({
        knex: await databases.init(databaseId),
        migrations: { skip: false },
      }),
    );
    const options: Partial<RouterOptions> = {
      store,
      organizationSources: ['aws-organizations:1', 'aws-organizations:2'],
      workspaceSources: ['hcp-terraform:acme', 'hcp-terraform:other'],
      httpAuth: mockServices.httpAuth(),
    };
    const app = express().use(createRouter(options as RouterOptions));
    const read = async () => (await request(app).get('/v1/completeness')).body;

    await store.sources.recordFailure('aws-organizations:2', at, 'no role');
    await store.sources.recordRead('hcp-terraform:acme', at, []);
    expect(await read()).toEqual({ organization: false, workspaces: false });
    await store.sources.recordRead('aws-organizations:1', at, []);
    expect(await read()).toEqual({ organization: true, workspaces: false });
    await store.sources.recordFailure('hcp-terraform:other', at, 'no such');
    expect(await read()).toEqual({ organization: true, workspaces: true });
  });
});
