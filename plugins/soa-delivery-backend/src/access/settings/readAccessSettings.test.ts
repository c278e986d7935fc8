import { mockServices } from '@backstage/backend-test-utils';
import { isManaged } from './isManaged';
import { readAccessSettings } from './readAccessSettings';

const read = (access?: object) =>
  readAccessSettings(
    mockServices.rootConfig({ data: { soa: { ...(access && { access }) } } }),
  );

describe('readAccessSettings', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      enabled: true,
      componentRef: 'component:default/account-baseline',
      exceptAccounts: new Set(),
      settleMs: 10_000,
    });
  });

  it('reads what is configured', () => {
    const settings = read({
      component: 'platform/Baseline',
      exceptAccounts: ['111122223333'],
      settle: { minutes: 1 },
    });
    expect(settings).toMatchObject({
      componentRef: 'component:platform/baseline',
      settleMs: 60_000,
    });
    expect(isManaged(settings, '111122223333')).toBe(false);
    expect(isManaged(settings, '444455556666')).toBe(true);
    expect(isManaged(read({ enabled: false }), '444455556666')).toBe(false);
  });

  it.each([
    ['soa.access.component', { component: 'group:default/platform' }],
    ['soa.access.component', { component: 'a b' }],
    ['soa.access.exceptAccounts[0]', { exceptAccounts: ['12'] }],
    ['settle', { settle: { fortnights: 1 } }],
  ])('names %s', (key, access) => {
    expect(() => read(access)).toThrow(key);
  });
});
