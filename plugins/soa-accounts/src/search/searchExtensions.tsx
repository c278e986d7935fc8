import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import {
  SEARCH_TYPE_ACCOUNT,
  SEARCH_TYPE_PLACEMENT,
} from '@backstage-soa/plugin-soa-common';
import { RiCloudLine, RiMapPinLine } from '@remixicon/react';

/** Search results, and the kinds that they can be narrowed to. */
export const searchExtensions = [
  SearchResultListItemBlueprint.make({
    name: 'placement',
    params: {
      icon: <RiMapPinLine />,
      predicate: ({ type }) => type === SEARCH_TYPE_PLACEMENT,
      component: () =>
        import('./PlacementResultListItem').then(
          m => m.PlacementResultListItem,
        ),
    },
  }),
  SearchResultListItemBlueprint.make({
    name: 'account',
    params: {
      icon: <RiCloudLine />,
      predicate: ({ type }) => type === SEARCH_TYPE_ACCOUNT,
      component: () =>
        import('./AccountResultListItem').then(m => m.AccountResultListItem),
    },
  }),
  SearchFilterResultTypeBlueprint.make({
    name: 'placement',
    params: {
      value: SEARCH_TYPE_PLACEMENT,
      name: 'Placements',
      icon: <RiMapPinLine />,
    },
  }),
  SearchFilterResultTypeBlueprint.make({
    name: 'account',
    params: {
      value: SEARCH_TYPE_ACCOUNT,
      name: 'Accounts',
      icon: <RiCloudLine />,
    },
  }),
];
