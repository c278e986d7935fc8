import { TextField } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { OnCard } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { nameConfirmationFieldSchema } from './schema';

/** Has a person type the name of what is to go; the form tells what is wrong. */
export function NameConfirmation(
  props: typeof nameConfirmationFieldSchema.TProps,
) {
  const { formData, onChange, schema, required, disabled, rawErrors } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  return (
    <OnCard>
      <TextField
        label={schema.title ?? t('confirmation.title')}
        description={schema.description}
        value={formData ?? ''}
        onChange={typed => onChange(typed || undefined)}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={Boolean(rawErrors?.length)}
        // The form says what is required.
        validationBehavior="aria"
        autoComplete="off"
      />
    </OnCard>
  );
}
