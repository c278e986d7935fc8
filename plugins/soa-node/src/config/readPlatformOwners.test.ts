import { mockServices } from '@backstage/backend-test-utils';
import { readPlatformOwners } from './readPlatformOwners';

const read = (...owners: string[]) =>
  readPlatformOwners(
    mockServices.rootConfig({ data: { soa: { platform: { owners } } } }),
  );

describe('readPlatformOwners', () => {
  it('knows groups by full references', () => {
    expect(read('Platform', 'group:infra/network')).toEqual([
      'group:default/platform',
      'group:infra/network',
    ]);
    expect(readPlatformOwners(mockServices.rootConfig())).toEqual([]);
  });

  it.each(['user:default/dana', ''])('names "%s" as no group', entry => {
    expect(() => read('platform', entry)).toThrow(
      /soa\.platform\.owners\[1\]|soa\.platform\.owners'/,
    );
  });
});
