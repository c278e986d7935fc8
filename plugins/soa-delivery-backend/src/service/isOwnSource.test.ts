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
    'https://github.com/',
    'nonsense',
  ])('refuses %s', url => {
    expect(isOwnSource(from(GITHUB), url)).toBe(false);
  });

  it('refuses everything for a component without a URL', () => {
    expect(
      isOwnSource(from('file:/srv/catalog-info.yaml'), 'file:/srv/x/y'),
    ).toBe(false);
  });
});
