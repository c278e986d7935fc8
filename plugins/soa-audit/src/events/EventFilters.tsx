import { Checkbox, Flex, Select } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ACTOR_KINDS } from '@backstage-soa/plugin-soa-common';
import { soaAuditTranslationRef } from '../translation';
import { PERIODS } from './periods';
import { ANY } from './useEventFilters';
import type { EventFilterValues } from './useEventFilters';

/** Narrows the list of events; what is chosen is in the URL. */
export function EventFilters(props: {
  values: EventFilterValues;
  onChange: (change: Partial<EventFilterValues>) => void;
  /** None where there is but one. */
  accounts: readonly string[];
  regions: readonly string[];
}) {
  const { values, onChange, accounts, regions } = props;
  const { t } = useTranslationRef(soaAuditTranslationRef);
  const options = (items: readonly string[], chosen: string) => [
    { value: ANY, label: t('filter.any') },
    ...[...new Set([...items, ...(chosen === ANY ? [] : [chosen])])]
      .sort()
      .map(value => ({ value, label: value })),
  ];
  return (
    <Flex
      gap="3"
      align="end"
      style={{ flexWrap: 'wrap' }}
      role="group"
      aria-label={t('filter.label')}
    >
      <Select
        label={t('filter.time')}
        options={PERIODS.map(({ value, name }) => ({
          value,
          label: t(`period.${name}`),
        }))}
        value={values.period}
        onChange={period => onChange({ period: String(period) })}
      />
      <Select
        label={t('filter.who')}
        options={[
          { value: ANY, label: t('filter.anyone') },
          ...ACTOR_KINDS.map(kind => ({
            value: kind,
            label: t(`actor.${kind}`),
          })),
        ]}
        value={values.actorKind}
        onChange={actorKind => onChange({ actorKind: String(actorKind) })}
      />
      {accounts.length > 0 && (
        <Select
          label={t('filter.account')}
          options={options(accounts, values.account)}
          value={values.account}
          onChange={account => onChange({ account: String(account) })}
        />
      )}
      <Select
        label={t('filter.region')}
        options={options(regions, values.region)}
        value={values.region}
        onChange={region => onChange({ region: String(region) })}
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
    </Flex>
  );
}
