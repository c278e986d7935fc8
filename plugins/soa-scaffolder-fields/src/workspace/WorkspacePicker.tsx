import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  soaAccountsApiRef,
  useLoaded,
  valuesIn,
} from '@backstage-soa/plugin-soa-react';
import { Choices, fromOptionOrField } from '../choice';
import { soaScaffolderFieldsTranslationRef } from '../translation';
import type { workspaceFieldSchema } from './schema';

/** Chooses an HCP Terraform workspace among those that one may see. */
export function WorkspacePicker(props: typeof workspaceFieldSchema.TProps) {
  const { formData, onChange, uiSchema, formContext, schema } = props;
  const { required, disabled } = props;
  const api = useApi(soaAccountsApiRef);
  const { t } = useTranslationRef(soaScaffolderFieldsTranslationRef);
  const options = uiSchema['ui:options'];
  const form = formContext?.formData;
  const query = {
    component: fromOptionOrField(options, form, 'component'),
    account: fromOptionOrField(options, form, 'account'),
  };
  const loaded = useLoaded(JSON.stringify(query), signal =>
    api.listWorkspaces(query, signal),
  );
  return (
    <Choices
      words={{
        label: schema.title ?? t('workspace.title'),
        description: schema.description,
        placeholder: t('workspace.placeholder'),
        loading: t('workspace.loading'),
        failed: t('workspace.failed'),
        none: t('workspace.none'),
      }}
      loaded={{
        ...loaded,
        value:
          loaded.value &&
          valuesIn(
            loaded.value.map(
              ({ organization, name }) => `${organization}/${name}`,
            ),
          ),
      }}
      value={formData}
      onChange={onChange}
      isRequired={required}
      isDisabled={disabled}
    />
  );
}
