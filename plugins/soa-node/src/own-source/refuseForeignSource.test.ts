import { refuseForeignSource } from './refuseForeignSource';

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    annotations: {
      'backstage.io/source-location':
        'url:https://github.com/acme/orders/tree/main/',
    },
  },
};

it('says which input names a source that is not the own', () => {
  const options = { input: 'sourceUrl' };
  refuseForeignSource(
    orders,
    'https://github.com/acme/orders/tree/0123abc',
    options,
  );
  expect(() =>
    refuseForeignSource(
      orders,
      'https://github.com/acme/other/tree/main',
      options,
    ),
  ).toThrow(
    'sourceUrl: https://github.com/acme/other/tree/main is not in the repository that component:default/orders comes from, so nothing of it is applied',
  );
});
