import { mockServices } from '@backstage/backend-test-utils';
import { readProviderSettings } from './ProviderSettings';

const read = (soa?: object) =>
  readProviderSettings(
    mockServices.rootConfig({
      data: { catalog: { providers: { ...(soa && { soa: { ...soa } }) } } },
    }),
  );

describe('readProviderSettings', () => {
  it('brings nothing in unless asked to', () => {
    expect(read()).toBeUndefined();
  });

  it('has defaults', () => {
    expect(read({})).toEqual({
      schedule: expect.objectContaining({ frequency: { minutes: 10 } }),
      defaultOwner: 'group:default/unknown',
    });
  });

  it('takes schedule and owner from the configuration', () => {
    const settings = read({
      schedule: { frequency: { seconds: 15 }, timeout: { minutes: 1 } },
      defaultOwner: 'platform',
    });
    expect(settings?.schedule.frequency).toEqual({ seconds: 15 });
    expect(settings?.defaultOwner).toBe('group:default/platform');
  });

  it('names the key of an owner that cannot be', () => {
    expect(() => read({ defaultOwner: 'a b' })).toThrow(
      'catalog.providers.soa.defaultOwner is "a b": write a group such as group:default/platform',
    );
  });
});
