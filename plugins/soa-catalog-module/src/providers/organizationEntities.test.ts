import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { account, FakeInventory } from '../__testUtils__/FakeInventory';
import { organizationEntities } from './organizationEntities';
import { sayOnce } from './sayOnce';

const FILE = 'url:https://github.com/mallory/x/blob/main/account.yaml';

describe('organizationEntities', () => {
  const logger = mockServices.logger.mock();
  const warn = sayOnce(logger.warn);
  const error = sayOnce(logger.error);
  let inventory: FakeInventory;

  const read = (entities: Entity[] = []) =>
    organizationEntities(
      {
        accounts: inventory.client(),
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities }),
        defaultOwner: 'group:default/unknown',
        warn,
        error,
      },
      new AbortController().signal,
    );

  beforeEach(() => {
    inventory = new FakeInventory();
    jest.clearAllMocks();
  });

  it('makes entities of units and accounts', async () => {
    inventory.accounts = [
      account(),
      account({ id: '444455556666', owner: undefined, email: 'a@example.com' }),
    ];
    const entities = await read();
    expect(entities.map(({ metadata }) => metadata.name)).toEqual([
      'r-1',
      'ou-p',
      '111122223333',
      '444455556666',
    ]);
    expect(entities[1].spec).toEqual({
      type: 'organizational-unit',
      owner: 'group:default/unknown',
      organizationalUnit: 'resource:default/r-1',
    });
    expect(entities[2]).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name: '111122223333',
        title: 'runtime-ecs-prod',
        annotations: {
          'backstage.io/managed-by-location':
            'soa:aws-organizations/o-1/111122223333',
          'backstage.io/managed-by-origin-location':
            'soa:aws-organizations/o-1/111122223333',
          'amazonaws.com/account-id': '111122223333',
          'amazonaws.com/arn':
            'arn:aws:organizations::1:account/o-1/111122223333',
          'amazonaws.com/organization-id': 'o-1',
          'amazonaws.com/organizational-unit-path': 'Prod',
        },
      },
      spec: {
        type: 'cloud-account',
        owner: 'group:default/platform',
        state: 'ACTIVE',
        organizationalUnit: 'resource:default/ou-p',
        environment: 'prod',
        runtimes: ['ecs-fargate'],
        regions: ['us-east-1'],
      },
    });
    expect(entities[3].spec).toMatchObject({
      owner: 'group:default/unknown',
      email: 'a@example.com',
    });
  });

  const other = (name: string, location: string): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      annotations: {
        'amazonaws.com/account-id': '111122223333',
        'backstage.io/managed-by-location': location,
      },
    },
    spec: { type: 'cloud-account', owner: 'unknown' },
  });

  it('reports an account that another provider has, and does not double it', async () => {
    inventory.accounts = [account(), account({ id: '444455556666' })];
    const ours = other(
      '111122223333',
      'soa:aws-organizations/o-0/111122223333',
    );
    expect(await read([ours])).toHaveLength(4);
    expect(logger.warn).not.toHaveBeenCalled();
    const entities = await read([other('prod', 'aws-cloud-accounts:o-1')]);
    expect(entities.map(({ metadata }) => metadata.name)).toEqual([
      'r-1',
      'ou-p',
      '444455556666',
    ]);
    await read([other('prod', 'aws-cloud-accounts:o-1')]);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^Account runtime-ecs-prod \(111122223333\) is in the catalog already as resource:default\/prod/,
      ),
    );
  });

  it('keeps an account that somebody has only written about, and says so', async () => {
    const entities = await read([other('mallorys', FILE)]);
    expect(entities.map(({ metadata }) => metadata.name)).toContain(
      '111122223333',
    );
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(
        /^resource:default\/mallorys says that it is account runtime-ecs-prod \(111122223333\)/,
      ),
    );
  });

  it.each(['111122223333', 'ou-p'])(
    'reports that somebody has taken the name %s, as an error',
    async name => {
      inventory.accounts = [account()];
      const taken: Entity = {
        ...other(name, FILE),
        spec: { type: 'anything', owner: 'mallory' },
      };
      expect(await read([taken])).toHaveLength(3);
      expect(logger.error.mock.calls).toEqual([
        [
          expect.stringMatching(
            `^resource:default/${name} has been registered from ${FILE}.*: unregister it$`,
          ),
        ],
      ]);
      expect(logger.warn).not.toHaveBeenCalled();
    },
  );

  it('reports a taken name once, though it says that it is the account', async () => {
    inventory.accounts = [account({ id: '777788889999' })];
    await read([
      {
        ...other('777788889999', FILE),
        metadata: {
          name: '777788889999',
          annotations: {
            'amazonaws.com/account-id': '777788889999',
            'backstage.io/managed-by-location': FILE,
          },
        },
      },
    ]);
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('gives nothing while no account is known', async () => {
    inventory.accounts = [];
    expect(await read()).toEqual([]);
  });

  it('fails where a page fails', async () => {
    inventory.failure = new Error('second page');
    await expect(read()).rejects.toThrow('second page');
  });
});
