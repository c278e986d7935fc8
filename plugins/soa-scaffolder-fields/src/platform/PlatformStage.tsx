import { Button, Flex, Select, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Account,
  OrganizationalUnit,
  PlacementStage,
} from '@backstage-soa/plugin-soa-common';
import { valuesIn } from '@backstage-soa/plugin-soa-react';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { placesOf } from './placesOf';

/** As wide in every stage, whatever is chosen in it. */
const COLUMN = { flex: '1 1 8rem', minWidth: 0 };
const WIDE_COLUMN = { ...COLUMN, flex: '2 1 14rem' };

/** Chooses an environment, an account or OU for it, and Regions. */
export function PlatformStage(props: {
  label: string;
  stage: PlacementStage;
  environments: readonly string[];
  accounts: readonly Account[];
  /** `undefined`: no unit can be chosen. */
  units: readonly OrganizationalUnit[] | undefined;
  isGlobal: boolean;
  isInOneRegion: boolean;
  onChange: (stage: PlacementStage) => void;
  onRemove?: () => void;
}) {
  const { label, stage, environments, accounts, units, isGlobal } = props;
  const { isInOneRegion, onChange, onRemove } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const { environment, regions } = stage;
  const places = placesOf(environment, accounts, units, {
    whole: t('platform.wholeOrganization'),
  });
  const search = { placeholder: t('choice.search') };
  const regionChoice = {
    placeholder: t('region.placeholder'),
    isDisabled: !environment,
    style: COLUMN,
    search,
    options: valuesIn([
      ...accounts.flatMap(account => account.regions),
      ...regions,
    ]).map(({ value }) => ({ id: value, label: value })),
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>
        <Text weight="bold">{label}</Text>
      </legend>
      <Flex gap="4" align="end" style={{ flexWrap: 'wrap' }}>
        <Select
          style={COLUMN}
          label={t('platform.environment')}
          placeholder={t('platform.chooseEnvironment')}
          options={environments.map(name => ({ id: name, label: name }))}
          value={environment || null}
          onChange={key =>
            key !== null && onChange({ environment: String(key), regions })
          }
        />
        <Select
          style={WIDE_COLUMN}
          label={t(units ? 'platform.accountOrUnit' : 'placements.account')}
          placeholder={t('account.placeholder')}
          isDisabled={!environment}
          search={search}
          options={places.map(({ id, label: name }) => ({ id, label: name }))}
          value={stage.organizationalUnit ?? stage.account ?? null}
          onChange={key => {
            const place = places.find(({ id }) => id === key);
            if (place) {
              onChange({ environment, regions, [place.kind]: place.id });
            }
          }}
        />
        {!isGlobal && isInOneRegion && (
          <Select
            label={t('platform.region')}
            {...regionChoice}
            value={regions[0] ?? null}
            onChange={key =>
              key !== null && onChange({ ...stage, regions: [String(key)] })
            }
          />
        )}
        {!isGlobal && !isInOneRegion && (
          <Select
            label={t('platform.regions')}
            {...regionChoice}
            selectionMode="multiple"
            value={regions}
            onChange={keys => onChange({ ...stage, regions: keys.map(String) })}
          />
        )}
        {onRemove && (
          <Button
            variant="secondary"
            aria-label={t('placements.remove', { environment: label })}
            onPress={onRemove}
          >
            {t('platform.remove')}
          </Button>
        )}
      </Flex>
    </fieldset>
  );
}
