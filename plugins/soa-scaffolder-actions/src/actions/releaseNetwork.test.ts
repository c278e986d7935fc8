import { ServiceUnavailableError } from '@backstage/errors';
import type { NetworkRange } from '@backstage-soa/plugin-soa-common';
import { runAction } from '../__testUtils__';
import { createReleaseNetworkAction } from './releaseNetwork';

const componentRef = 'component:default/orders';
const range = {
  id: 'r-1',
  name: 'vpc',
  cidr: '10.0.0.0/24',
  account: '111122223333',
  region: 'us-east-1',
} as NetworkRange;

function set() {
  const releaseNetworkRanges = jest.fn(async (..._: unknown[]) => ({
    items: [range],
  }));
  const listNetworkRanges = jest.fn(async (..._: unknown[]) => ({
    items: [range],
  }));
  const action = createReleaseNetworkAction({
    delivery: { releaseNetworkRanges, listNetworkRanges },
    pause: async () => {},
  });
  return { action, releaseNetworkRanges, listNetworkRanges };
}

describe('soa:network:release', () => {
  it('gives back what is named', async () => {
    const { action, releaseNetworkRanges } = set();
    const { outputs, log } = await runAction(action, {
      componentRef,
      environment: 'sandbox',
      account: '111122223333',
      region: 'us-east-1',
      rangeName: 'vpc',
    });
    expect(releaseNetworkRanges.mock.calls[0][0]).toEqual({
      componentRef,
      ownerKind: 'environment',
      ownerId: 'sandbox',
      account: '111122223333',
      region: 'us-east-1',
      name: 'vpc',
    });
    expect(outputs.released).toEqual(['10.0.0.0/24']);
    expect(log[0]).toMatch(
      /^10\.0\.0\.0\/24 in 111122223333, us-east-1: given back/,
    );
  });

  it('says that there is nothing to give back', async () => {
    const { action, releaseNetworkRanges } = set();
    releaseNetworkRanges.mockResolvedValue({ items: [] });
    const { log } = await runAction(action, { componentRef });
    expect(log).toEqual(['There is no range to give back: nothing to change']);
  });

  it('gives nothing back in a dry run, and says what it would', async () => {
    const { action, releaseNetworkRanges, listNetworkRanges } = set();
    const options = { isDryRun: true };
    const { log } = await runAction(action, { componentRef }, options);
    expect(log).toEqual([
      '10.0.0.0/24 in 111122223333, us-east-1: would be given back',
    ]);
    listNetworkRanges.mockRejectedValue(new ServiceUnavailableError('Away'));
    expect((await runAction(action, { componentRef }, options)).log).toEqual([
      'What would be given back is unknown. Away',
    ]);
    expect(releaseNetworkRanges).not.toHaveBeenCalled();
  });

  it('names the input at fault', async () => {
    const { action } = set();
    await expect(
      runAction(action, { componentRef, account: '1' }),
    ).rejects.toThrow(/^account: quote the 12-digit id/);
  });
});
