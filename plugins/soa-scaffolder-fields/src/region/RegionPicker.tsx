import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsApiRef, useLoaded } from '@backstage-soa/plugin-soa-react';
import { Choices, fromOptionOrField, isOpenTo } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { regionFieldSchema } from './schema';

/** Chooses among the Regions in which the owner's services may run. */
export function RegionPicker(props: typeof regionFieldSchema.TProps) {
  const { formData, onChange, uiSchema, formContext, schema } = props;
  const { required, disabled } = props;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const options = uiSchema['ui:options'];
  const form = formContext?.formData;
  const query = {
    environment: fromOptionOrField(options, form, 'environment'),
    runtime: options?.runtime,
  };
  const account = fromOptionOrField(options, form, 'account');
  const owner = fromOptionOrField(
    { ownerField: 'owner', ...options },
    form,
    'owner',
  );
  const loaded = useLoaded(JSON.stringify(query), signal =>
    api.listAccounts(query, signal),
  );
  const regions = loaded.value
    ?.filter(one => isOpenTo(one, owner) && (!account || one.id === account))
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
      value:
        regions &&
        [...new Set(regions)].sort().map(value => ({ value, label: value })),
    },
    isRequired: required,
    isDisabled: disabled,
  };
  return schema.type === 'array' ? (
    <Choices
      {...common}
      multiple
      value={[formData ?? []].flat()}
      onChange={onChange}
    />
  ) : (
    <Choices {...common} value={[formData].flat()[0]} onChange={onChange} />
  );
}
