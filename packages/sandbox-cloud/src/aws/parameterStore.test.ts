import { PLATFORM_PARAMETERS } from '@backstage-soa/plugin-soa-common';
import { accounts } from '../organisation';
import { getParametersByPath } from './parameterStore';

const call = {
  account: '100000000101',
  region: 'us-east-1',
  accessKeyId: 'ASIA',
};

const ask = (body: object, from = call) =>
  getParametersByPath(
    body,
    from,
    accounts.find(({ id }) => id === from.account),
    () => false,
  );

const names = (body: object, from = call) =>
  ask(body, from).Parameters.map(({ Name }) => Name);

describe('getParametersByPath', () => {
  it("gives what the account's platform publishes, page by page", () => {
    const first = ask({ Path: '/soa/platform/prod' });
    const second = ask({
      Path: '/soa/platform/prod',
      NextToken: first.NextToken,
    });
    expect(first.Parameters.length).toBeLessThan(10);
    expect(second.NextToken).toBeUndefined();
    expect(
      [...first.Parameters, ...second.Parameters].map(({ Name }) => Name),
    ).toEqual(
      PLATFORM_PARAMETERS.filter(name => name !== 'eks-cluster-name').map(
        name => `/soa/platform/prod/${name}`,
      ),
    );
    expect(names({ Path: '/soa/platform/prod/', MaxResults: 1 })).toHaveLength(
      1,
    );
  });

  it('gives a platform the clusters that its account has runtimes for', () => {
    const eks = { ...call, account: '100000000102' };
    expect(names({ Path: '/soa/platform/prod' }, eks)).toContain(
      '/soa/platform/prod/eks-cluster-name',
    );
    const clusters = accounts.map(({ id, tags }) => {
      const from = { ...call, account: id };
      const path = `/soa/platform/${tags['soa:environment']}`;
      return names({ Path: path }, from).filter(name => /cluster/.test(name));
    });
    expect(clusters.every(list => list.length <= 1)).toBe(true);
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

  it('gives an account that was made since its platform once it is applied', () => {
    const made = {
      ...accounts.find(({ id }) => id === '100000000101')!,
      id: '100000001001',
    };
    const publishedWith = (regions: string[]) =>
      getParametersByPath(
        { Path: '/soa/platform/prod' },
        { ...call, account: made.id },
        made,
        ({ account, region }) =>
          account === made.id && regions.includes(region),
      ).Parameters.length;
    expect(publishedWith(['eu-west-1'])).toBe(0);
    expect(publishedWith(['us-east-1'])).toBeGreaterThan(0);
  });

  it('takes no more than AWS does at once', () => {
    expect(() => names({ Path: '/soa', MaxResults: 11 })).toThrow(
      'from 1 to 10',
    );
    expect(() => names({ Path: '/soa', NextToken: 'x' })).toThrow(
      'NextToken is not valid',
    );
  });
});
