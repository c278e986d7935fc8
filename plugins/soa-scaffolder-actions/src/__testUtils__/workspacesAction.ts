import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createEnsureWorkspacesAction } from '../actions';
import type { EnsureWorkspacesOptions } from '../actions';
import { FakeHcpTerraform } from './FakeHcpTerraform';
import { ordersAccounts, ordersPlacements } from './orders';

export const workspacesInput = {
  name: 'orders',
  owner: 'group:default/team-shop',
  description: 'Takes orders',
  placements: ordersPlacements,
};

/** `tfc:workspaces:ensure` in front of fakes. */
export function workspacesAction(
  options: Partial<EnsureWorkspacesOptions> = {},
) {
  const tfc = new FakeHcpTerraform();
  const accounts = ordersAccounts();
  const auditor = mockServices.auditor.mock();
  const action = createEnsureWorkspacesAction({
    hcpTerraform: tfc,
    accounts,
    auditor,
    catalog: catalogServiceMock(),
    permissions: mockServices.permissions.mock(),
    portalUrl: 'https://portal.test',
    productionEnvironments: ['prod'],
    workspaceSettings: new Map(),
    notifications: [],
    notificationUrl: async () => 'https://portal.test/api/events/http/soa',
    pause: async () => {},
    ...options,
  });
  return { tfc, accounts, auditor, action };
}
