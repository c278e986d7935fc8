import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { FakeRepositories } from './FakeRepositories';
import { ordersAccounts } from './orders';
import { ordersEntity, ORDERS_ROOT } from './ordersRepository';

/**
 * What actions on services that are there need, in front of fakes.
 *
 * @param files - of the repository of `orders`
 */
export function serviceActionOptions(
  files: Record<string, string>,
  options: {
    entity?: Entity;
    groups?: string[];
    mayApply?: boolean;
  } = {},
) {
  const { entity = ordersEntity(), mayApply = true } = options;
  const { groups = ['group:default/team-shop'] } = options;
  const repositories = new FakeRepositories();
  repositories.folders[ORDERS_ROOT] = files;
  const catalog = catalogServiceMock({ entities: [entity] });
  return {
    repositories,
    entity,
    catalog,
    accounts: ordersAccounts(),
    urlReader: repositories.reader(),
    environments: [
      { name: 'dev', production: false },
      { name: 'prod', production: true },
    ],
    pause: async () => {},
    userInfo: mockServices.userInfo.mock({
      getUserInfo: async () => ({
        userEntityRef: 'user:default/guest',
        ownershipEntityRefs: groups,
      }),
    }),
    permissions: mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({
          result: mayApply ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        })),
    }),
  };
}
