import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RolloutsPage } from './list/RolloutsPage';

/** The rollouts of the component whose page this is. */
export function EntityRollouts() {
  const { entity } = useEntity();
  return <RolloutsPage component={stringifyEntityRef(entity)} />;
}
