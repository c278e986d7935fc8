import { Flex, SearchField, Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { soaAccountsTranslationRef } from '../translation';
import { ANY, MATRIX_FILTERS } from './useMatrixFilters';
import type { useMatrixFilters } from './useMatrixFilters';

/** Narrows the matrix, and turns it. */
export function MatrixFilters(props: {
  filters: ReturnType<typeof useMatrixFilters>;
  /** What there is to choose from. */
  items: readonly PlacementItem[];
}) {
  const { filters, items } = props;
  const { t } = useTranslationRef(soaAccountsTranslationRef);
  const options = (key: (typeof MATRIX_FILTERS)[number]) => {
    const chosen = filters.chosen(key);
    const found = items.map(item => String(item[key]));
    return [
      { value: ANY, label: t('filter.any') },
      ...[...new Set(chosen ? [...found, chosen] : found)]
        .sort()
        .map(value => ({ value, label: value })),
    ];
  };
  return (
    <Flex
      gap="3"
      align="end"
      style={{ flexWrap: 'wrap' }}
      role="group"
      aria-label={t('filter.label')}
    >
      <SearchField
        label={t('filter.service')}
        placeholder={t('filter.partOfName')}
        value={filters.service}
        onChange={to => filters.change('service', to)}
      />
      {MATRIX_FILTERS.map(key => (
        <Select
          key={key}
          label={t(`filter.${key}`)}
          options={options(key)}
          value={filters.chosen(key) ?? ANY}
          onChange={to => filters.change(key, String(to))}
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
    </Flex>
  );
}
