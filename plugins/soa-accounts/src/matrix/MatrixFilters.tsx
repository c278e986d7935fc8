import { SearchField, Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import {
  FilterGroup,
  FilterSelect,
  valuesIn,
} from '@backstage-soa/plugin-soa-react';
import { soaAccountsTranslationRef } from '../translation';
import { MATRIX_FILTERS } from './useMatrixFilters';
import type { useMatrixFilters } from './useMatrixFilters';

/** Narrows the matrix, and turns it. */
export function MatrixFilters(props: {
  filters: ReturnType<typeof useMatrixFilters>;
  /** What there is to choose from. */
  items: readonly PlacementItem[];
}) {
  const { filters, items } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  return (
    <FilterGroup>
      <SearchField
        label={t('filter.service')}
        placeholder={t('filter.partOfName')}
        value={filters.service}
        onChange={to => filters.change('service', to)}
      />
      {MATRIX_FILTERS.map(key => (
        <FilterSelect
          key={key}
          label={t(`filter.${key}`)}
          offered={valuesIn(items.map(item => item[key]))}
          chosen={filters.chosen(key)}
          onChange={to => filters.change(key, to)}
        />
      ))}
      <Select
        label={t('filter.columns')}
        options={[
          { value: 'account', label: t('filter.accounts') },
          { value: 'region', label: t('filter.regions') },
        ]}
        value={filters.by}
        onChange={to =>
          filters.change('by', to === 'account' ? '' : String(to))
        }
      />
    </FilterGroup>
  );
}
