import { mockServices } from '@backstage/backend-test-utils';
import { readModuleSource } from './readModuleSource';

const read = (moduleSource?: object) =>
  readModuleSource(
    mockServices.rootConfig({
      data: { soa: { terraform: moduleSource ? { moduleSource } : {} } } as {},
    }),
  );

describe('readModuleSource', () => {
  it('vendors where nothing is said', () => {
    expect(read()('lambda')).toBeUndefined();
  });

  it('puts the name in its place', () => {
    expect(
      read({ source: 'app.terraform.io/acme/{module}/aws', version: '~> 2.1' })(
        'lambda',
      ),
    ).toEqual({
      source: 'app.terraform.io/acme/lambda/aws',
      version: '~> 2.1',
    });
    expect(
      read({ source: 'git::https://git.test/m.git//{module}?ref=v1' })('eks'),
    ).toEqual({ source: 'git::https://git.test/m.git//eks?ref=v1' });
  });

  it.each(['app.terraform.io/acme/lambda/aws', './modules/{module}'])(
    'refuses "%s"',
    source => {
      expect(() => read({ source })).toThrow(
        /^soa\.terraform\.moduleSource\.source is/,
      );
    },
  );
});
