import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import type {
  NetworkRange,
  NetworkRangeRequest,
} from '@backstage-soa/plugin-soa-common';
import { ordersPlacements, runAction } from '../__testUtils__';
import { createAllocateNetworkAction } from './allocateNetwork';

const placements = ordersPlacements.slice(1);
const input = {
  componentRef: 'component:default/orders',
  owner: 'group:default/team-shop',
  placements,
};

function set() {
  const given = new Map<string, string>();
  const allocateNetworkRange = jest.fn(
    async (request: NetworkRangeRequest): Promise<NetworkRange> => {
      const { account, region, owner, dryRun, name = 'vpc' } = request;
      const key = `${owner.id} ${account} ${region} ${name}`;
      if (!dryRun && !given.has(key)) {
        given.set(key, `10.0.${given.size}.0/24`);
      }
      return {
        id: `r-${key}`,
        name,
        pool: request.pool ?? 'workloads',
        account,
        region,
        owner,
        state: given.has(key) ? 'held' : 'allocating',
        cidr: given.get(key),
        requestedBy: 'user:default/guest',
        requestedAt: '2026-11-27T10:00:00.000Z',
        overlaps: [],
        mayRelease: true,
      };
    },
  );
  const action = createAllocateNetworkAction({
    delivery: { allocateNetworkRange },
    pause: async () => {},
  });
  const taken = () =>
    allocateNetworkRange.mock.calls.filter(([{ dryRun }]) => !dryRun);
  return { action, allocateNetworkRange, taken };
}

describe('soa:network:allocate', () => {
  it('takes a range for each placement, and the same again', async () => {
    const { action, taken } = set();
    const { outputs, log } = await runAction(action, {
      ...input,
      rangeName: 'pods',
      pool: 'pods',
      prefixLength: 24,
    });
    const [{ key, account, region, environment, runtime }] = placements;
    expect(taken()[0][0]).toEqual({
      account,
      region,
      owner: {
        kind: 'environment',
        componentRef: 'component:default/orders',
        id: environment,
      },
      purpose: {
        owner: 'group:default/team-shop',
        placement: { environment, account, region, runtime },
      },
      name: 'pods',
      pool: 'pods',
      prefixLength: 24,
    });
    expect(outputs.cidrs).toEqual({
      [placements[0].key]: '10.0.0.0/24',
      [placements[1].key]: '10.0.1.0/24',
    });
    expect(outputs.ranges[0]).toMatchObject({ key, account, region });
    expect(log[0]).toBe(
      `${key}: has 10.0.0.0/24 of the pool pods in ${account}, ${region}`,
    );
    const again = await runAction(action, {
      ...input,
      rangeName: 'pods',
      pool: 'pods',
      prefixLength: 24,
    });
    expect(again.outputs).toEqual(outputs);
  });

  it('takes nothing where one of them is refused', async () => {
    const { action, allocateNetworkRange, taken } = set();
    const allowed = allocateNetworkRange.getMockImplementation()!;
    const refusal = await ResponseError.fromResponse(
      new Response('{}', { status: 400 }),
    );
    allocateNetworkRange.mockImplementation(async request => {
      if (request.region === placements[1].region) {
        throw refusal;
      }
      return allowed(request);
    });
    await expect(runAction(action, input)).rejects.toThrow('400');
    expect(taken()).toEqual([]);
  });

  it('asks again where it is not answered', async () => {
    const { action, allocateNetworkRange } = set();
    allocateNetworkRange.mockRejectedValueOnce(
      new ServiceUnavailableError('No answer'),
    );
    const { outputs } = await runAction(action, input);
    expect(outputs.ranges).toHaveLength(2);
  });

  it('takes nothing in a dry run, and says what it would', async () => {
    const { action, allocateNetworkRange, taken } = set();
    const options = { isDryRun: true };
    const { outputs, log } = await runAction(action, input, options);
    expect(log[0]).toBe(
      `${placements[0].key}: would be given a range of the pool workloads`,
    );
    expect(outputs.ranges[0].cidr).toBe('unknown');
    expect(taken()).toEqual([]);
    await runAction(action, input);
    expect((await runAction(action, input, options)).log[0]).toBe(
      `${placements[0].key}: has 10.0.0.0/24 already: nothing to change`,
    );
    allocateNetworkRange.mockRejectedValue(new ServiceUnavailableError('Away'));
    expect((await runAction(action, input, options)).log[0]).toBe(
      `${placements[0].key}: which range it would have is unknown. Away`,
    );
  });

  it.each([
    [{ componentRef: 'orders' }, /^componentRef: /],
    [{ prefixLength: 8 }, /^prefixLength: /],
    [
      { placements: [{ ...placements[0], region: 'global' }] },
      /^placements: .* is in no Region/,
    ],
  ])('names the input at fault: %j', async (change, message) => {
    const { action, allocateNetworkRange } = set();
    await expect(runAction(action, { ...input, ...change })).rejects.toThrow(
      message,
    );
    expect(allocateNetworkRange).not.toHaveBeenCalled();
  });
});
