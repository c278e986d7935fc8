import { startSandboxCloud } from '../../startSandboxCloud';
import type { OrganizationTarget } from './organizationTarget';

/** The sandbox cloud has its organisation from the start. */
export async function onSandbox(): Promise<OrganizationTarget> {
  const sandbox = await startSandboxCloud();
  return {
    endpoint: sandbox.url,
    managementAccount: '100000000001',
    accounts: 20,
    nested: { path: ['Workloads', 'Prod'], account: 'runtime-ecs-prod' },
    stop: sandbox.stop,
  };
}
