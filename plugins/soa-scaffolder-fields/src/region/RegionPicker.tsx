import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { valuesIn } from '@backstage-soa/plugin-soa-react';
import {
  Choices,
  fromOptionOrField,
  NotOnOffer,
  useOpenAccounts,
} from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { regionsApart } from './regionsApart';
import { regionsChosen } from './regionsChosen';
import type { regionFieldSchema } from './schema';

/** Chooses among the Regions in which the owner's services may run. */
export function RegionPicker(props: typeof regionFieldSchema.TProps) {
  const { formData, onChange, uiSchema, formContext, schema } = props;
  const { required, disabled } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const options = uiSchema['ui:options'];
  const form = formContext?.formData;
  const account = fromOptionOrField(options, form, 'account');
  const { loaded, open } = useOpenAccounts(options, form);
  const chosen = regionsChosen(options, form);
  const regions =
    chosen ??
    open
      ?.filter(({ id }) => !account || id === account)
      .flatMap(one => one.regions);
  const common = {
    words: {
      label: schema.title ?? t('region.title'),
      description: schema.description,
      placeholder: t('region.placeholder'),
      loading: t('placements.loading'),
      failed: t('placements.failed'),
      none: t('region.none'),
    },
    loaded: {
      ...loaded,
      value: regions && valuesIn(regions),
    },
    isRequired: required,
    isDisabled: disabled,
  };
  const apart = chosen
    ? []
    : regionsApart({ accounts: loaded.value, open, offered: regions });
  return (
    <Flex direction="column" gap="1">
      {schema.type === 'array' ? (
        <Choices
          {...common}
          multiple
          value={[formData ?? []].flat()}
          onChange={onChange}
        />
      ) : (
        <Choices {...common} value={[formData].flat()[0]} onChange={onChange} />
      )}
      <NotOnOffer
        items={apart.map(({ region, reason }) => ({
          name: region,
          reason: t(`notOnOffer.${reason}`),
        }))}
      />
    </Flex>
  );
}
