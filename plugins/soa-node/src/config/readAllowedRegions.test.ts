import { mockServices } from '@backstage/backend-test-utils';
import { readAllowedRegions } from './readAllowedRegions';

describe('readAllowedRegions', () => {
  const read = (regions?: unknown) =>
    readAllowedRegions(
      mockServices.rootConfig({ data: { soa: { regions } } as never }),
    );

  it('reads Regions', () => {
    expect(read(['us-east-1', 'eu-west-1'])).toEqual([
      'us-east-1',
      'eu-west-1',
    ]);
    expect(read()).toEqual([]);
  });

  it.each([
    [['us-east-1', 'frankfurt'], 'soa.regions[1] is "frankfurt"'],
    [[''], 'soa.regions[0]'],
    ['us-east-1', "soa.regions'"],
  ])('names the key at fault in %j', (regions, message) => {
    expect(() => read(regions)).toThrow(message);
  });
});
