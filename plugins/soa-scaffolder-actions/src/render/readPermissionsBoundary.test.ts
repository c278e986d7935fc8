import { mockServices } from '@backstage/backend-test-utils';
import { readPermissionsBoundary } from './readPermissionsBoundary';

const read = (access: object) =>
  readPermissionsBoundary(
    mockServices.rootConfig({ data: { soa: { access } } as {} }),
  );

describe('readPermissionsBoundary', () => {
  it.each([
    [{}, 'soa/service-boundary'],
    [{ enabled: false }, undefined],
    [{ enabled: false, permissionsBoundary: 'bound' }, 'bound'],
    [{ permissionsBoundary: 'team/x/bound' }, 'team/x/bound'],
  ])('of %j is %s', (access, expected) => {
    expect(read(access)).toBe(expected);
  });

  it.each(['/soa/bound', 'arn:aws:iam::1:policy/x', 'a b', ''])(
    'refuses "%s"',
    permissionsBoundary => {
      expect(() => read({ permissionsBoundary })).toThrow(
        'soa.access.permissionsBoundary',
      );
    },
  );
});
