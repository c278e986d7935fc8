import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ROLLOUT_STATES } from '@backstage-soa/plugin-soa-common';
import { FilterGroup, FilterSelect } from '@backstage-soa/plugin-soa-react';
import { soaDeliveryTranslationRef } from '../../translation';
import { ServiceFilter } from './ServiceFilter';
import type { useRolloutFilters } from './useRolloutFilters';

/** Narrows the list of rollouts; what is chosen is in the URL. */
export function RolloutFilters(props: {
  filters: ReturnType<typeof useRolloutFilters>;
  /** Not on the page of a component. */
  withService: boolean;
}) {
  const { filters, withService } = props;
  const { values, set } = filters;
  const { t } = useTranslationRef(soaDeliveryTranslationRef);
  return (
    <FilterGroup>
      <FilterSelect
        label={t('filter.state')}
        offered={ROLLOUT_STATES.map(state => ({
          value: state,
          label: t(`rolloutState.${state}`),
        }))}
        chosen={values.state}
        onChange={state => set('state', state)}
      />
      {withService && (
        <ServiceFilter
          chosen={values.service}
          onChange={service => set('service', service)}
        />
      )}
      <FilterSelect
        label={t('filter.startedBy')}
        anyLabel={t('filter.anyone')}
        offered={[{ value: 'me', label: t('filter.me') }]}
        chosen={values.isMine ? 'me' : undefined}
        onChange={me => set('initiator', me)}
      />
    </FilterGroup>
  );
}
