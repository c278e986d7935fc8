import { Flex } from '@backstage/ui';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  soaAccountsApiRef,
  sortByPromotion,
  useLoaded,
  usePromotionOrder,
} from '@backstage-soa/plugin-soa-react';
import { PlacementsContent } from '../cards/PlacementsContent';
import { OutputsCard } from '../outputs';

/** The tab of a component: where it runs, and what its workspaces give out there. */
export function EntityPlacements() {
  const api = useApi(soaAccountsApiRef);
  const { entity } = useEntity();
  const promotionOrder = usePromotionOrder();
  const component = stringifyEntityRef(entity);
  const loaded = useLoaded(component, signal =>
    api.listPlacements({ component }, signal),
  );
  const { value: items = [] } = loaded;
  return (
    <Flex direction="column" gap="4">
      <PlacementsContent loaded={loaded} of="component" />
      {items.some(({ workspace }) => workspace) && (
        <OutputsCard
          componentRef={component}
          items={sortByPromotion(items, promotionOrder)}
        />
      )}
    </Flex>
  );
}
