import { useEffect } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useOwnPlatformOwners } from '@backstage-soa/plugin-soa-react';
import { Choices } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { platformOwnerFieldSchema } from './schema';

/**
 * Chooses among those of one's own groups that may give accounts their platform;
 * where there is one, it is chosen.
 */
export function PlatformOwnerPicker(
  props: typeof platformOwnerFieldSchema.TProps,
) {
  const { formData, onChange, schema, required, disabled } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const loaded = useOwnPlatformOwners();
  const own = loaded.value?.filter(({ isOwn }) => isOwn);
  const isOffered = own?.some(({ ref }) => ref === formData);
  useEffect(() => {
    if (!own || isOffered) {
      return;
    }
    const only = required && own.length === 1 ? own[0].ref : undefined;
    // What a link or another form has filled in is not kept if it is refused.
    if (only !== formData) {
      onChange(only);
    }
  }, [own, isOffered, required, formData, onChange]);
  const owners = loaded.value?.map(({ title }) => title).join(', ');
  return (
    <Choices
      words={{
        label: schema.title ?? t('owner.title'),
        description: schema.description,
        placeholder: t('owner.placeholder'),
        loading: t('owner.loading'),
        failed: t('owner.failed'),
        none: owners ? t('owner.none', { owners }) : t('owner.nobody'),
      }}
      loaded={{
        ...loaded,
        value: own?.map(({ ref, title }) => ({ value: ref, label: title })),
      }}
      value={isOffered ? formData : undefined}
      onChange={onChange}
      isRequired={required}
      isDisabled={disabled}
    />
  );
}
