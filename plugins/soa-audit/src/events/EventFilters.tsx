import { Checkbox, Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ACTOR_KINDS } from '@backstage-soa/plugin-soa-common';
import {
  FilterGroup,
  FilterSelect,
  valuesIn,
} from '@backstage-soa/plugin-soa-react';
import { soaAuditTranslationRef } from '../translation';
import { PERIODS } from './periods';
import type { EventFilterValues } from './useEventFilters';

/** Narrows the list of events; what is chosen is in the URL. */
export function EventFilters(props: {
  values: EventFilterValues;
  onChange: (change: Partial<EventFilterValues>) => void;
  /** Those that events are of. */
  accounts: readonly string[];
  regions: readonly string[];
}) {
  const { values, onChange, accounts, regions } = props;
  const { t } = useTranslationRef(soaAuditTranslationRef);
  return (
    <FilterGroup>
      <Select
        label={t('filter.time')}
        options={PERIODS.map(({ value, name }) => ({
          value,
          label: t(`period.${name}`),
        }))}
        value={values.period}
        onChange={period => onChange({ period: String(period) })}
      />
      <FilterSelect
        label={t('filter.who')}
        anyLabel={t('filter.anyone')}
        offered={ACTOR_KINDS.map(kind => ({
          value: kind,
          label: t(`actor.${kind}`),
        }))}
        chosen={values.actorKind || undefined}
        onChange={(actorKind = '') => onChange({ actorKind })}
      />
      {(accounts.length > 1 || values.account) && (
        <FilterSelect
          label={t('filter.account')}
          offered={valuesIn(accounts)}
          chosen={values.account || undefined}
          onChange={(account = '') => onChange({ account })}
        />
      )}
      <FilterSelect
        label={t('filter.region')}
        offered={valuesIn(regions)}
        chosen={values.region || undefined}
        onChange={(region = '') => onChange({ region })}
      />
      <Checkbox
        isSelected={values.writes}
        onChange={writes => onChange({ writes })}
      >
        {t('filter.changesOnly')}
      </Checkbox>
      <Checkbox
        isSelected={values.failed}
        onChange={failed => onChange({ failed })}
      >
        {t('filter.failuresOnly')}
      </Checkbox>
      <Checkbox
        isSelected={values.outOfBand}
        onChange={outOfBand => onChange({ outOfBand })}
      >
        {t('filter.outOfBandOnly')}
      </Checkbox>
    </FilterGroup>
  );
}
