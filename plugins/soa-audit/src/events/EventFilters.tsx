import { Checkbox, Flex, Select } from '@backstage/ui';
import { ACTOR_KINDS } from '@backstage-soa/plugin-soa-common';
import type { Placement } from '@backstage-soa/plugin-soa-common';
import { ACTOR_LABELS } from './ActorText';
import { ANY, PERIODS } from './useEventFilters';
import type { EventFilterValues } from './useEventFilters';

/** Narrows the list of events; what is chosen is in the URL. */
export function EventFilters(props: {
  values: EventFilterValues;
  onChange: (change: Partial<EventFilterValues>) => void;
  placements: readonly Placement[];
}) {
  const { values, onChange, placements } = props;
  const options = (items: string[]) => [
    { value: ANY, label: 'Any' },
    ...[...new Set(items)].sort().map(value => ({ value, label: value })),
  ];
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <Select
        label="Time"
        options={PERIODS.map(({ value, label }) => ({ value, label }))}
        value={values.period}
        onChange={period => onChange({ period: String(period) })}
      />
      <Select
        label="Who"
        options={[
          { value: ANY, label: 'Anyone' },
          ...ACTOR_KINDS.map(kind => ({
            value: kind,
            label: ACTOR_LABELS[kind],
          })),
        ]}
        value={values.actorKind}
        onChange={actorKind => onChange({ actorKind: String(actorKind) })}
      />
      <Select
        label="Account"
        options={options(placements.map(({ account }) => account))}
        value={values.account}
        onChange={account => onChange({ account: String(account) })}
      />
      <Select
        label="Region"
        options={options([
          'us-east-1',
          ...placements.map(({ region }) => region),
        ])}
        value={values.region}
        onChange={region => onChange({ region: String(region) })}
      />
      <Checkbox
        isSelected={values.writes}
        onChange={writes => onChange({ writes })}
      >
        Changes only
      </Checkbox>
      <Checkbox
        isSelected={values.failed}
        onChange={failed => onChange({ failed })}
      >
        Failures only
      </Checkbox>
      <Checkbox
        isSelected={values.outOfBand}
        onChange={outOfBand => onChange({ outOfBand })}
      >
        Out-of-band only
      </Checkbox>
    </Flex>
  );
}
