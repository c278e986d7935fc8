import { useMemo } from 'react';
import { SearchField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { PLACEMENT_STATES } from '@backstage-soa/plugin-soa-common';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import {
  FilterGroup,
  FilterSelect,
  sortByPromotion,
  usePromotionOrder,
  valuesIn,
} from '@backstage-soa/plugin-soa-react';
import type { ReactNode } from 'react';
import { soaAccountsTranslationRef } from '../translation';
import type { SharedFilter } from './sharedFilters';
import type { UrlFilters } from './useUrlFilters';

const SEARCHES = ['service', 'account'] as const;
const CHOICES = ['environment', 'runtime', 'region', 'state'] as const;

/** Narrows placements. */
export function PlacementFilters(props: {
  filters: UrlFilters;
  names: readonly SharedFilter[];
  /** What there is to choose from. */
  items: readonly PlacementItem[];
  children?: ReactNode;
}) {
  const { filters, names, items, children } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const order = usePromotionOrder().join(' ');
  const offered = useMemo(
    () => ({
      environment: sortByPromotion(
        valuesIn(items.map(({ environment }) => environment)).map(option => ({
          ...option,
          environment: option.value,
        })),
        order.split(' '),
      ).map(({ value, label }) => ({ value, label })),
      runtime: valuesIn(items.map(({ runtime }) => runtime)),
      region: valuesIn(items.map(({ region }) => region)),
      state: PLACEMENT_STATES.map(value => ({
        value,
        label: t(`state.${value}`),
      })),
    }),
    [items, order, t],
  );
  return (
    <FilterGroup>
      {SEARCHES.filter(name => names.includes(name)).map(name => (
        <SearchField
          key={name}
          label={t(`filter.${name}`)}
          placeholder={t(
            name === 'service' ? 'filter.partOfName' : 'filter.partOfNameOrId',
          )}
          value={filters.get(name) ?? ''}
          onChange={to => filters.set(name, to)}
          style={{ width: 200 }}
        />
      ))}
      {CHOICES.filter(name => names.includes(name)).map(name => (
        <FilterSelect
          key={name}
          label={t(`filter.${name}`)}
          offered={offered[name]}
          chosen={
            name === 'state'
              ? PLACEMENT_STATES.find(state => state === filters.get(name))
              : filters.get(name)
          }
          onChange={to => filters.set(name, to)}
        />
      ))}
      {children}
    </FilterGroup>
  );
}
