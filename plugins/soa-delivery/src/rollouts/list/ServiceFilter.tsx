import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { FilterSelect, useLoaded } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';

const MOST = 200;

/** Narrows rollouts to those of a service: one of those that are placed somewhere. */
export function ServiceFilter(props: {
  chosen: string | undefined;
  onChange: (chosen: string | undefined) => void;
}) {
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  const catalog = useApi(catalogApiRef);
  const { value: services = [] } = useLoaded('services', async () => {
    const { items } = await catalog.queryEntities({
      query: { kind: 'component', 'spec.placements': { $exists: true } },
      fields: ['kind', 'metadata.name', 'metadata.namespace'],
      orderFields: { field: 'metadata.name', order: 'asc' },
      limit: MOST,
      totalItems: 'exclude',
    });
    return items.map(stringifyEntityRef);
  });
  return (
    <FilterSelect
      label={t('filter.service')}
      offered={services.map(value => ({
        value,
        label: parseEntityRef(value).name,
      }))}
      chosen={props.chosen}
      onChange={props.onChange}
    />
  );
}
