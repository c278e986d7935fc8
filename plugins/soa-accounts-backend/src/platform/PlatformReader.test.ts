import { SSMClient } from '@aws-sdk/client-ssm';
import { mockServices } from '@backstage/backend-test-utils';
import { PlatformReader } from './PlatformReader';

const place = {
  accountId: '111122223333',
  region: 'us-east-1',
  environment: 'prod',
};

const parameters = (...names: string[]) =>
  names.map(name => ({ Name: `/soa/platform/prod/${name}` }));

describe('PlatformReader', () => {
  let now = 0;
  const send = jest.fn();
  const client = Object.assign(new SSMClient({ region: 'us-east-1' }), {
    send,
  });
  const logger = mockServices.logger.mock();
  const reader = () =>
    new PlatformReader({
      aws: { ssm: async () => client },
      logger,
      now: () => now,
    });

  beforeEach(() => {
    now = 0;
    jest.resetAllMocks();
  });

  it('reads the names of all that the environment shares, page by page', async () => {
    const asked: object[] = [];
    const pages = [
      {
        Parameters: parameters('vpc-id', 'subnet-ids'),
        NextToken: 'second',
      },
      // A page can be empty and still have a next one.
      { NextToken: 'third' },
      { Parameters: parameters('listener-arn') },
    ];
    // The paginator changes the input from page to page.
    send.mockImplementation(async ({ input }) => {
      asked.push({ ...input });
      return pages.shift();
    });
    expect(await reader().read(place, [])).toEqual(
      new Set(['vpc-id', 'subnet-ids', 'listener-arn']),
    );
    expect(asked).toEqual(
      [undefined, 'second', 'third'].map(NextToken => ({
        Path: '/soa/platform/prod',
        MaxResults: 10,
        NextToken,
      })),
    );
    // All pages together have to come while a form waits.
    const signals = send.mock.calls.map(([, { abortSignal }]) => abortSignal);
    expect(new Set(signals).size).toBe(1);
    expect(signals[0]).toBeInstanceOf(AbortSignal);
  });

  it.each([
    ['there', { Parameters: parameters('vpc-id') }, 600_000],
    ['missing', { Parameters: [] }, 30_000],
    [
      'there without what is needed',
      { Parameters: parameters('zone-id') },
      30_000,
    ],
  ])('keeps for a while that it is %s', async (_, answer, age) => {
    send.mockResolvedValue(answer);
    const one = reader();
    const [first, second] = await Promise.all([
      one.read(place, ['vpc-id']),
      one.read(place, ['vpc-id']),
    ]);
    expect(first).toBe(second);
    now = age - 1;
    await one.read(place, ['vpc-id']);
    expect(send).toHaveBeenCalledTimes(1);
    await one.read({ ...place, region: 'eu-west-1' }, ['vpc-id']);
    expect(send).toHaveBeenCalledTimes(2);
    now = age;
    await one.read(place, ['vpc-id']);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('does not know where it may not look, and says why in the log', async () => {
    send.mockResolvedValueOnce({
      Parameters: parameters('vpc-id'),
      NextToken: 'second',
    });
    send.mockRejectedValueOnce(new Error('AccessDenied'));
    const one = reader();
    expect(await one.read(place, ['vpc-id'])).toBe('unknown');
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/111122223333 .*prod in us-east-1.*AccessDenied/),
    );
    send.mockResolvedValue({ Parameters: parameters('vpc-id') });
    now = 59_999;
    expect(await one.read(place, ['vpc-id'])).toBe('unknown');
    now = 60_000;
    expect(await one.read(place, ['vpc-id'])).toEqual(new Set(['vpc-id']));
  });
});
