import { useApi } from '@backstage/core-plugin-api';
import {
  soaAccountsApiRef,
  useLoaded,
  usePromotionOrder,
} from '@backstage-soa/plugin-soa-react';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';

/** Where a service runs, in promotion order; nowhere as long as none is chosen. */
export function useServicePlacements(component: string | undefined) {
  const api = useApi(soaAccountsApiRef);
  const promotionOrder = usePromotionOrder();
  const loaded = useLoaded(
    component ?? '',
    async (signal): Promise<PlacementItem[]> =>
      component ? api.listPlacements({ component }, signal) : [],
  );
  const rank = ({ environment }: PlacementItem) => {
    const index = promotionOrder.indexOf(environment);
    return index < 0 ? promotionOrder.length : index;
  };
  return {
    ...loaded,
    // What no component declares can be given nothing.
    value: loaded.value
      ?.filter(({ state }) => state !== 'undeclared')
      .sort((one, other) => rank(one) - rank(other)),
  };
}
