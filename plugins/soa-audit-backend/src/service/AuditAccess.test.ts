import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ACCOUNT } from '../__testUtils__/records';
import { AuditAccess } from './AuditAccess';

// What the catalog and the permission backend take in a request: Express's own.
const LARGEST_BODY = 100 * 1024;

function accessTo(entityRefs: string[], denied: string[] = []) {
  const catalog = catalogServiceMock({
    entities: entityRefs.map(ref => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: ref.split('/')[1], namespace: 'default' },
    })),
  });
  const sizes: number[] = [];
  const sent = (items: readonly object[]) => {
    const id = '00000000-0000-4000-8000-000000000000';
    sizes.push(
      JSON.stringify({ items: items.map(item => ({ id, ...item })) }).length,
    );
  };
  const access = new AuditAccess({
    auth: mockServices.auth(),
    catalog: catalogServiceMock.mock({
      getEntitiesByRefs: (request, options) => {
        sent(request.entityRefs.map(ref => ({ ref })));
        return catalog.getEntitiesByRefs(request, options);
      },
    }),
    permissions: mockServices.permissions.mock({
      authorize: async requests => {
        sent(requests);
        return requests.map(({ resourceRef = '' }) => ({
          result: denied.includes(resourceRef)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        }));
      },
    }),
  });
  return { access, sizes };
}

describe('AuditAccess', () => {
  it('asks for the services of a large account in requests that are taken', async () => {
    const refs = Array.from(
      { length: 3_000 },
      (_, index) => `component:default/a-service-with-a-long-name-${index}`,
    );
    const { access, sizes } = accessTo(refs.slice(1), [refs[2_999]]);

    expect(await access.readable(refs, mockCredentials.user())).toEqual(
      refs.slice(1, -1),
    );
    expect(Math.max(...sizes)).toBeLessThan(LARGEST_BODY);
  });

  describe("of what is nobody's", () => {
    const READER = mockCredentials.user();
    const account = (name: string, location: string): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata: {
        name,
        namespace: 'default',
        annotations: {
          'amazonaws.com/account-id': ACCOUNT,
          'backstage.io/managed-by-location': location,
          'backstage.io/managed-by-origin-location': location,
        },
      },
      spec: { type: 'cloud-account' },
    });
    const readable = (...entities: Entity[]) =>
      accessAmong(entities).readableAccounts([ACCOUNT], READER);
    const made = 'soa-inventory:default';

    it.each([
      ['the inventory', account(ACCOUNT, made)],
      ['another provider', account('security', 'aws-organization:o-1')],
    ])('shows it by the account of %s', async (_, entity) => {
      expect(await readable(entity)).toEqual([ACCOUNT]);
    });

    it.each([
      ['that takes its name', account(ACCOUNT, 'url:https://git.test/a.yaml')],
      ['of another name', account('mine', 'url:https://git.test/a.yaml')],
      ['of the portal', account('mine', 'file:/portal/a.yaml')],
    ])('shows it to nobody by a file %s', async (_, entity) => {
      expect(await readable(entity)).toEqual([]);
    });

    it('goes by what a provider has made, whatever has its name', async () => {
      const file = account(ACCOUNT, 'url:https://git.test/a.yaml');
      expect(await readable(file, account('security', made))).toEqual([
        ACCOUNT,
      ]);
    });
  });
});

/** Whoever asks may read every entity there is. */
function accessAmong(entities: Entity[]) {
  return new AuditAccess({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
  });
}
