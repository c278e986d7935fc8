import type { Entity } from '@backstage/catalog-model';

/** A service that is there, on Lambda. */
export const ordersEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: {
    owner: 'team-shop',
    placements: [
      {
        environment: 'prod',
        account: '000000000001',
        region: 'us-east-1',
        runtime: 'lambda',
      },
    ],
  },
};
