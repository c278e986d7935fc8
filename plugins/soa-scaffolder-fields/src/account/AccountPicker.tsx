import { Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { soaAccountsApiRef, useLoaded } from '@backstage-soa/plugin-soa-react';
import { Choices, fromOptionOrField, isOpenTo } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { accountFieldSchema } from './schema';

/** Chooses an account among those that are open to the owner. */
export function AccountPicker(props: typeof accountFieldSchema.TProps) {
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
  const owner = fromOptionOrField(
    { ownerField: 'owner', ...options },
    form,
    'owner',
  );
  const loaded = useLoaded(JSON.stringify(query), signal =>
    api.listAccounts(query, signal),
  );
  const all = loaded.value;
  const open = all?.filter(account => isOpenTo(account, owner));
  const hidden = (all?.length ?? 0) - (open?.length ?? 0);
  return (
    <Flex direction="column" gap="1">
      <Choices
        words={{
          label: schema.title ?? t('account.title'),
          description: schema.description,
          placeholder: t('account.placeholder'),
          loading: t('placements.loading'),
          failed: t('placements.failed'),
          none: t('account.none'),
        }}
        loaded={{
          ...loaded,
          value: open?.map(({ id, name }) => ({
            value: id,
            label: `${name} (${id})`,
          })),
        }}
        value={formData}
        onChange={onChange}
        isRequired={required}
        isDisabled={disabled}
      />
      {hidden > 0 && (
        <Text variant="body-small" color="secondary">
          {t('account.hidden', { number: String(hidden) })}
        </Text>
      )}
    </Flex>
  );
}
