import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { runAction } from '../__testUtils__';
import { ordersEntity } from '../__testUtils__/ordersRepository';
import { serviceActionOptions } from '../__testUtils__/serviceActions';
import { createCheckDecommissionAction } from './checkDecommission';

const entityOf = (
  kind: string,
  name: string,
  relations: Array<[string, string]> = [],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

function set(
  relations: Array<[string, string]>,
  others: Entity[] = [],
  options: { groups?: string[]; mayApply?: boolean; hidden?: string } = {},
) {
  const entity = { ...ordersEntity(), relations: [] as Entity['relations'] };
  entity.relations = relations.map(([type, targetRef]) => ({
    type,
    targetRef,
  }));
  const services = serviceActionOptions({}, { ...options, entity });
  const all = [entity, ...others];
  const refOf = ({ kind, metadata }: Entity) =>
    `${kind.toLocaleLowerCase('en-US')}:default/${metadata.name}`;
  const action = createCheckDecommissionAction({
    ...services,
    auth: mockServices.auth(),
    catalog: {
      getEntityByRef: async ref => all.find(one => refOf(one) === ref),
      getEntitiesByRefs: async ({ entityRefs }, { credentials }: any) => ({
        items: entityRefs.map(ref =>
          all.find(
            one =>
              refOf(one) === ref &&
              (ref !== options.hidden ||
                credentials.principal.type === 'service'),
          ),
        ),
      }),
    },
  });
  return (confirm = 'orders') =>
    runAction(
      action,
      { componentRef: 'component:default/orders', confirm },
      // Nothing of it is a write.
      { isDryRun: true },
    );
}

const cart = entityOf('Component', 'cart');
const api = entityOf('API', 'orders-v1', [
  ['apiConsumedBy', 'component:default/Returns'],
  ['apiProvidedBy', 'component:default/orders'],
]);
const returns = entityOf('Component', 'returns');

describe('soa:decommission:check', () => {
  it('lets go what nobody consumes', async () => {
    const check = set(
      [
        ['dependsOn', 'component:default/cart'],
        ['runsIn', 'resource:default/111122223333'],
        ['providesApi', 'api:default/orders-v1'],
        ['dependencyOf', 'component:default/gone'],
        ['dependencyOf', 'component:default/orders'],
      ],
      [cart, entityOf('API', 'orders-v1')],
    );
    expect((await check()).log).toEqual([
      'Nothing in the catalog consumes component:default/orders',
    ]);
  });

  it('names what depends on it, and what consumes its APIs', async () => {
    const check = set(
      [
        ['dependencyOf', 'component:default/cart'],
        ['providesApi', 'api:default/orders-v1'],
      ],
      [cart, api, returns],
    );
    await expect(check()).rejects.toThrow(
      /is consumed, .*:\n- component:default\/cart\n- component:default\/returns, by api:default\/orders-v1$/,
    );
  });

  it('counts what whoever asks may not see, and does not name it', async () => {
    const check = set([['dependencyOf', 'component:default/cart']], [cart], {
      hidden: 'component:default/cart',
    });
    await expect(check()).rejects.toThrow(
      /:\n- 1 more, or that you may not see$/,
    );
  });

  it('wants the name, the permission and a member of the owner', async () => {
    await expect(set([])('order')).rejects.toThrow(
      'confirm: type the name of the service, orders,',
    );
    await expect(set([], [], { mayApply: false })()).rejects.toThrow(
      'soa.workspace.destroy',
    );
    await expect(set([], [], { groups: [] })()).rejects.toThrow('not a member');
  });
});
