import { getParametersByPath } from './parameterStore';

const call = {
  account: '100000000101',
  region: 'us-east-1',
  accessKeyId: 'ASIA',
};

const names = (body: object, from = call) =>
  getParametersByPath(body, from).Parameters.map(({ Name }) => Name);

describe('getParametersByPath', () => {
  it("gives what the account's platform publishes", () => {
    expect(names({ Path: '/soa/platform/prod' })).toEqual([
      '/soa/platform/prod/kms-key-arn',
      '/soa/platform/prod/subnet-ids',
      '/soa/platform/prod/vpc-id',
    ]);
    expect(names({ Path: '/soa/platform/prod/', MaxResults: 1 })).toHaveLength(
      1,
    );
  });

  it.each([
    ['another environment', { Path: '/soa/platform/dev' }, call],
    ['half a name', { Path: '/soa/platform/pro' }, call],
    [
      'a Region without it',
      { Path: '/soa/platform/prod' },
      { ...call, region: 'ap-south-1' },
    ],
    [
      'an account without it',
      { Path: '/soa/platform/prod' },
      { ...call, account: '100000000001' },
    ],
  ])('gives nothing for %s', (_, body, from) => {
    expect(names(body, from)).toEqual([]);
  });

  it('takes no more than AWS does at once', () => {
    expect(() => names({ Path: '/soa', MaxResults: 11 })).toThrow(
      'between 1 and 10',
    );
  });
});
