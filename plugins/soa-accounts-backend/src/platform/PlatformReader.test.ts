import type { SSMClient } from '@aws-sdk/client-ssm';
import { mockServices } from '@backstage/backend-test-utils';
import { PlatformReader } from './PlatformReader';

const place = {
  accountId: '111122223333',
  region: 'us-east-1',
  environment: 'prod',
};

describe('PlatformReader', () => {
  let now = 0;
  const send = jest.fn();
  const logger = mockServices.logger.mock();
  const reader = () =>
    new PlatformReader({
      aws: { ssm: async () => ({ send } as unknown as SSMClient) },
      logger,
      now: () => now,
    });

  beforeEach(() => {
    now = 0;
    jest.resetAllMocks();
  });

  it('asks for what the environment shares', async () => {
    send.mockResolvedValue({ Parameters: [{ Name: 'x' }] });
    expect(await reader().read(place)).toBe('there');
    expect(send.mock.calls[0][0].input).toEqual({
      Path: '/soa/platform/prod',
      MaxResults: 1,
    });
  });

  it.each([
    ['there', { Parameters: [{ Name: 'x' }] }, 600_000],
    ['missing', { Parameters: [] }, 30_000],
  ])('keeps for a while that it is %s', async (state, answer, age) => {
    send.mockResolvedValue(answer);
    const one = reader();
    expect(await Promise.all([one.read(place), one.read(place)])).toEqual([
      state,
      state,
    ]);
    now = age - 1;
    await one.read(place);
    expect(send).toHaveBeenCalledTimes(1);
    await one.read({ ...place, region: 'eu-west-1' });
    expect(send).toHaveBeenCalledTimes(2);
    now = age;
    await one.read(place);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('does not know where it may not look, and says why in the log', async () => {
    send.mockRejectedValue(new Error('AccessDenied'));
    expect(await reader().read(place)).toBe('unknown');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/111122223333 .*prod in us-east-1.*AccessDenied/),
    );
  });
});
