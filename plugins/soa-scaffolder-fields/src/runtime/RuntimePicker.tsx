import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RUNTIMES } from '@backstage-soa/plugin-soa-common';
import type { Account, Runtime } from '@backstage-soa/plugin-soa-common';
import { Choices, NotOnOffer, useOpenAccounts, whyNot } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { runtimeFieldSchema } from './schema';

// What an account itself is given is nothing that a service runs on.
const SERVICE_RUNTIMES = RUNTIMES.filter(runtime => runtime !== 'platform');

/** Chooses what a service runs on, among what accounts offer to the owner. */
export function RuntimePicker(props: typeof runtimeFieldSchema.TProps) {
  const { formData, onChange, uiSchema, formContext, schema } = props;
  const { required, disabled } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const options = uiSchema['ui:options'];
  const { loaded, open } = useOpenAccounts(
    { ...options, runtime: undefined },
    formContext?.formData,
  );
  const asked: readonly Runtime[] = options?.runtimes ?? SERVICE_RUNTIMES;
  const offering = (runtime: Runtime, accounts: readonly Account[] = []) =>
    accounts.filter(({ runtimes }) => runtimes.includes(runtime));
  const isOffered = (runtime: Runtime) => offering(runtime, open).length > 0;
  return (
    <Flex direction="column" gap="1">
      <Choices
        words={{
          label: schema.title ?? t('runtime.title'),
          description: schema.description,
          placeholder: t('runtime.placeholder'),
          loading: t('placements.loading'),
          failed: t('placements.failed'),
          none: t('runtime.none'),
        }}
        loaded={{
          ...loaded,
          value:
            open &&
            asked
              .filter(isOffered)
              .map(runtime => ({ value: runtime, label: runtime })),
        }}
        value={formData}
        onChange={value => onChange(value as Runtime)}
        isRequired={required}
        isDisabled={disabled}
      />
      {open && (
        <NotOnOffer
          items={asked
            .filter(runtime => !isOffered(runtime))
            .map(runtime => ({
              name: runtime,
              reason: t(
                `notOnOffer.${whyNot(offering(runtime, loaded.value))}`,
              ),
            }))}
        />
      )}
    </Flex>
  );
}
