import type { Entity } from '@backstage/catalog-model';

/** A component that is placed. */
export const orders: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default' },
  spec: { type: 'service', placements: [] },
};
