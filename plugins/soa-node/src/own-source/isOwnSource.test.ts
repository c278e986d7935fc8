import type { Entity } from '@backstage/catalog-model';
import { isOwnSource } from './isOwnSource';

const from = (location: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: { 'backstage.io/managed-by-location': location },
  },
});

const GITHUB = 'url:https://github.com/acme/orders/blob/main/catalog-info.yaml';

describe('isOwnSource', () => {
  it.each([
    'https://github.com/acme/orders/tree/0123abc',
    'https://github.com/acme/orders/archive/0123abc.tar.gz',
  ])('takes %s for the component of the same repository', url => {
    expect(isOwnSource(from(GITHUB), url)).toBe(true);
  });

  it.each([
    'https://github.com/acme/other/tree/main',
    'https://github.com/mallory/orders/tree/main',
    'https://github.com.evil.example/acme/orders/tree/main',
    'https://github.com/acme/orders/tree/../../other/tree/main',
    'https://github.com/acme/orders/archive/..%2f..%2f..%2fmallory%2fx.tar.gz',
    'https://github.com/acme/orders/archive/%2E%2E%5Cother/x.tar.gz',
    'https://github.com/acme/orders/tree/%E0%A4%A',
    'https://github.com/',
    'nonsense',
  ])('refuses %s', url => {
    expect(isOwnSource(from(GITHUB), url)).toBe(false);
  });

  const GITLAB = 'gitlab.com/acme/shop/orders';
  const AZURE = 'dev.azure.com/acme/shop/_git/orders';
  const BITBUCKET = 'bitbucket.acme.example/projects/SHOP/repos/orders';

  it.each([
    [`${GITLAB}/-/blob/main/catalog-info.yaml`, `${GITLAB}/-/tree/0123abc`],
    [
      `${GITLAB}/blob/main/catalog-info.yaml`,
      `${GITLAB}/-/archive/main/x.tar.gz`,
    ],
    [`${AZURE}?path=/catalog-info.yaml`, `${AZURE}?version=GBmain`],
    [
      `${BITBUCKET}/browse/catalog-info.yaml?at=main`,
      `${BITBUCKET}/browse?at=1`,
    ],
    [
      'bitbucket.org/acme/orders/src/main/catalog-info.yaml',
      'bitbucket.org/acme/orders/src/0123abc',
    ],
    [
      'code.example/shop/orders/catalog-info.yaml',
      'code.example/shop/orders/archive/0123abc.tar.gz',
    ],
    [
      'github.com/acme/orders/blob/main/a/catalog-info.yaml',
      'github.com/acme/orders.git',
    ],
  ])(
    'takes a component of %s and a source of %s for one repository',
    (location, url) => {
      expect(
        isOwnSource(from(`url:https://${location}`), `https://${url}`),
      ).toBe(true);
    },
  );

  it.each([
    [
      `${GITLAB}/-/blob/main/catalog-info.yaml`,
      'gitlab.com/acme/shop/other/-/tree/main',
    ],
    [`${GITLAB}/-/blob/main/catalog-info.yaml`, 'gitlab.com/acme/shop'],
    [`${GITLAB}/-/blob/main/catalog-info.yaml`, `${GITLAB}/other/-/tree/main`],
    [
      'gitlab.com/acme/shop/src/orders/-/blob/main/catalog-info.yaml',
      'gitlab.com/acme/shop/src/other',
    ],
    [`${AZURE}?path=/catalog-info.yaml`, 'dev.azure.com/acme/shop/_git/other'],
    [
      `${BITBUCKET}/browse/catalog-info.yaml`,
      'bitbucket.acme.example/projects/SHOP/repos/other/browse',
    ],
    [
      `${BITBUCKET}/browse/catalog-info.yaml`,
      'bitbucket.acme.example/projects/SHOP',
    ],
  ])('tells a component of %s from a source of %s', (location, url) => {
    expect(isOwnSource(from(`url:https://${location}`), `https://${url}`)).toBe(
      false,
    );
  });

  it('refuses everything for a component without a URL', () => {
    expect(
      isOwnSource(from('file:/srv/catalog-info.yaml'), 'file:/srv/x/y'),
    ).toBe(false);
  });
});
