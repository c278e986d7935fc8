import { mockServices } from '@backstage/backend-test-utils';
import { readEnvironments } from './readEnvironments';

describe('readEnvironments', () => {
  const read = (environments?: unknown) =>
    readEnvironments(
      mockServices.rootConfig({ data: { soa: { environments } } as never }),
    );

  it('reads them in their order', () => {
    expect(
      read([
        { name: 'sandbox' },
        { name: 'play', sandbox: true },
        { name: 'prod', production: true },
      ]),
    ).toEqual([
      { name: 'sandbox', production: false, sandbox: true },
      { name: 'play', production: false, sandbox: true },
      { name: 'prod', production: true, sandbox: false },
    ]);
    expect(read()).toEqual([]);
  });

  it.each([
    [[{ name: 'Prod' }], 'soa.environments[0].name is "Prod": use lower-case'],
    [[{ name: 'dev' }, { name: '1' }], 'soa.environments[1].name is "1"'],
    [[{ name: `a${'b'.repeat(31)}` }], 'at most 31'],
    [[{ name: 'a' }, { name: 'a' }], 'soa.environments names "a" twice'],
    [[{}], "soa.environments[0].name'"],
    [[{ name: 'a', production: 'x' }], "soa.environments[0].production'"],
  ])('names the key at fault in %j', (environments, message) => {
    expect(() => read(environments)).toThrow(message);
  });
});
