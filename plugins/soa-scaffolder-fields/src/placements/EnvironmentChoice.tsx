import { Button, Checkbox, Flex, Select, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { GLOBAL_REGION } from '@backstage-soa/plugin-soa-common';
import type { PlacementStage } from '@backstage-soa/plugin-soa-common';
import { NotOnOffer } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { offersAll } from './offersAll';
import type { EnvironmentOffer } from './offersOf';
import { regionsTogether } from './regionsTogether';

/** Chooses Regions of an environment, and its account where there are several. */
export function EnvironmentChoice(props: {
  offer: EnvironmentOffer;
  stage: PlacementStage | undefined;
  onChange: (stage: PlacementStage | undefined) => void;
}) {
  const { offer, stage, onChange } = props;
  const { environment, accounts, regions, reason, closed = [] } = offer;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  if (reason) {
    return (
      <Flex gap="4" align="center" style={{ flexWrap: 'wrap' }}>
        <Text color="secondary">
          {t('placements.notOnOffer', {
            environment,
            reason: t(`placements.${reason}`),
          })}
        </Text>
        {stage && (
          <Button
            size="small"
            variant="secondary"
            onPress={() => onChange(undefined)}
          >
            {t('placements.remove', { environment })}
          </Button>
        )}
      </Flex>
    );
  }
  const ticked = stage?.regions ?? [];
  const fitting = accounts.filter(account => offersAll(account, ticked));
  // Also where none fits any more, so that there is a way on.
  const choosable = fitting.length > 0 ? fitting : accounts;
  const isChoiceOfAccounts =
    choosable.length > 1 ||
    (stage?.account !== undefined && stage.account !== choosable[0].id);
  const together = regionsTogether(accounts, stage);
  const isApart = (region: string) =>
    !together.includes(region) && !ticked.includes(region);
  const called = (region: string) =>
    region === GLOBAL_REGION ? t('placements.global') : region;
  const toggle = (region: string, isSelected: boolean) => {
    const chosen = regions.filter(one =>
      one === region ? isSelected : ticked.includes(one),
    );
    onChange(
      chosen.length > 0
        ? { ...stage, environment, regions: chosen }
        : undefined,
    );
  };
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>
        <Text weight="bold">{environment}</Text>
      </legend>
      <Flex gap="4" align="center" style={{ flexWrap: 'wrap' }}>
        {regions.map(region => (
          <Checkbox
            key={region}
            isSelected={ticked.includes(region)}
            isDisabled={isApart(region)}
            onChange={isSelected => toggle(region, isSelected)}
            aria-label={`${environment} ${called(region)}`}
          >
            {called(region)}
          </Checkbox>
        ))}
        {isChoiceOfAccounts && stage && (
          <Select
            label={t('placements.account')}
            options={choosable.map(({ id, name }) => ({
              id,
              label: `${name} (${id})`,
            }))}
            search={{ placeholder: t('choice.search') }}
            value={stage.account ?? null}
            onChange={account =>
              account !== null &&
              onChange({ ...stage, account: String(account) })
            }
          />
        )}
        {!isChoiceOfAccounts && (
          <Text variant="body-small" color="secondary">
            {t('placements.inAccount', choosable[0])}
          </Text>
        )}
      </Flex>
      {regions.some(isApart) && (
        <Text variant="body-small" color="secondary">
          {t('placements.apart')}
        </Text>
      )}
      <NotOnOffer
        items={closed.map(({ id, name, state }) => ({
          name: `${name} (${id})`,
          reason: t(
            state === 'ACTIVE'
              ? 'notOnOffer.accountClosed'
              : 'notOnOffer.accountSuspended',
          ),
        }))}
      />
    </fieldset>
  );
}
