import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PlacementItem } from '@backstage-soa/plugin-soa-common';
import { Choices, fromOptionOrField } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import { placementSelector } from './placementSelector';
import type { servicePlacementsFieldSchema } from './schema';
import { useServicePlacements } from './useServicePlacements';

/** Chooses among the placements, or the environments, in which a service runs. */
export function ServicePlacementsPicker(
  props: typeof servicePlacementsFieldSchema.TProps,
) {
  const { formData, onChange, uiSchema, formContext, schema } = props;
  const { required, disabled } = props;
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const options = { componentField: 'component', ...uiSchema['ui:options'] };
  const component = fromOptionOrField(
    options,
    formContext?.formData,
    'component',
  );
  const loaded = useServicePlacements(component);
  const isOfEnvironments = options.offer === 'environments';
  const labelOf = ({
    environment,
    region,
    account,
    workspace,
  }: PlacementItem) =>
    t('service.placement', {
      environment,
      region,
      name: account.name ?? account.id,
      id: account.id,
      workspace: workspace?.name ?? '–',
    });
  const choices = isOfEnvironments
    ? [...new Set(loaded.value?.map(({ environment }) => environment))].map(
        environment => ({ value: environment, label: environment }),
      )
    : loaded.value?.map(item => ({
        value: placementSelector(item),
        label: labelOf(item),
      }));
  const common = {
    words: {
      label: schema.title ?? t('service.title'),
      description: schema.description,
      placeholder: t('service.placeholder'),
      loading: t('service.loading'),
      failed: t('service.failed'),
      none: component ? t('service.none', { component }) : t('service.choose'),
    },
    loaded: { ...loaded, value: loaded.value && choices },
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
