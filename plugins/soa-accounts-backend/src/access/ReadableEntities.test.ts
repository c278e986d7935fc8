import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ReadableEntities } from './ReadableEntities';

const FILE = 'url:https://github.com/mallory/x/blob/main/a.yaml';

function entity(kind: string, name: string, location: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'backstage.io/managed-by-location': location },
    },
  };
}

const readable = new ReadableEntities({
  auth: mockServices.auth(),
  permissions: mockServices.permissions(),
  catalog: catalogServiceMock({
    entities: [
      entity('Resource', '111122223333', 'soa:aws-organizations/o-1/1'),
      entity('Resource', '999900001111', FILE),
      entity('Component', 'orders', FILE),
    ],
  }),
});

const REFS = [
  'resource:default/111122223333',
  'resource:default/999900001111',
  'component:default/orders',
  'component:default/none',
];

describe('ReadableEntities', () => {
  it('takes nothing that is written by people for an account', async () => {
    const shown = await readable.refs(REFS, mockCredentials.user());
    expect([...shown]).toEqual([REFS[0], REFS[2]]);
    expect([...(await readable.existing(REFS))]).toEqual([REFS[0], REFS[2]]);
  });

  it.each([
    ['of other backends', undefined, 4],
    [
      'that may read the catalog',
      { permissionNames: ['catalog.entity.read'] },
      4,
    ],
    [
      'that may read anything',
      { permissionAttributes: { action: ['read'] } },
      4,
    ],
    ['for something else', { permissionNames: ['soa.audit.read'] }, 0],
    [
      'that may only write',
      { permissionAttributes: { action: ['create'] } },
      0,
    ],
  ])(
    'minds the restrictions of tokens %s',
    async (_name, restrictions, many) => {
      const permissions = mockServices.permissions.mock({
        authorizeConditional: async ([{ permission }], options) => {
          const { principal } = (options as { credentials: any }).credentials;
          const { permissionNames, permissionAttributes } =
            principal.accessRestrictions;
          const allowed =
            permissionNames?.includes(permission.name) ??
            permissionAttributes.action.includes(permission.attributes.action);
          return [{ result: allowed ? 'ALLOW' : 'DENY' }] as never;
        },
      });
      const restricted = new ReadableEntities({
        auth: mockServices.auth(),
        catalog: catalogServiceMock({ entities: [] }),
        permissions,
      });
      const credentials = mockCredentials.service(
        'external:test',
        restrictions as object | undefined,
      );
      expect((await restricted.refs(REFS, credentials)).size).toBe(many);
    },
  );
});
