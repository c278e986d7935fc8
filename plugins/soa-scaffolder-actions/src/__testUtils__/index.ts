export { FakeOrganizationAccounts } from './FakeOrganizationAccounts';
export { FakeHcpTerraform } from './FakeHcpTerraform';
export { FakeRepositories } from './FakeRepositories';
export { ordersAccounts, ordersPlacements } from './orders';
export { runAction } from './runAction';
export { dryRunTemplate } from './dryRunTemplate';
export { workspacesAction, workspacesInput } from './workspacesAction';
export { runsServices } from './runsServices';
