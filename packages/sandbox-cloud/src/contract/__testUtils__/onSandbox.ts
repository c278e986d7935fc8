import { TestClock } from '../../__testUtils__/TestClock';
import { ROOT_ID, unitId } from '../../organisation';
import { startSandboxCloud } from '../../startSandboxCloud';
import type { OrganizationTarget } from './organizationTarget';

/**
 * The sandbox cloud has its organisation from the start.
 *
 * @param options - `speed`: how much faster than in the demo time goes by
 */
export async function onSandbox(
  options: { speed?: number } = {},
): Promise<OrganizationTarget> {
  const clock = new TestClock();
  const sandbox = await startSandboxCloud({ now: clock.now, ...options });
  return {
    endpoint: sandbox.url,
    managementAccount: '100000000001',
    accounts: 20,
    nested: {
      id: unitId('Workloads/Prod'),
      path: ['Workloads', 'Prod'],
      account: 'runtime-ecs-prod',
    },
    root: { id: ROOT_ID },
    closed: 'legacy-batch',
    pass: milliseconds => clock.pass(milliseconds),
    stop: sandbox.stop,
  };
}
