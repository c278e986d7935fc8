import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Choices, NotOnOffer, useOpenAccounts } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { accountFieldSchema } from './schema';

/** Chooses an account among those that are open to the owner. */
export function AccountPicker(props: typeof accountFieldSchema.TProps) {
  const { formData, onChange, uiSchema, formContext, schema } = props;
  const { required, disabled } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const { loaded, open, closed } = useOpenAccounts(
    uiSchema['ui:options'],
    formContext?.formData,
  );
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
    </Flex>
  );
}
