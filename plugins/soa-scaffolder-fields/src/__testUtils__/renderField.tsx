import { useState } from 'react';
import type { ComponentType } from 'react';
import type { JsonObject } from '@backstage/types';
import type { Entity } from '@backstage/catalog-model';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { soaAccountsApiRef } from '@backstage-soa/plugin-soa-react';
import type { SoaAccountsApi } from '@backstage-soa/plugin-soa-react';

/** A field in a form, on an API that the test gives. */
export function renderField<TProps>(
  Field: ComponentType<TProps>,
  options: {
    api: Partial<SoaAccountsApi>;
    form?: Record<string, unknown>;
    uiOptions?: Record<string, unknown>;
    schema?: Record<string, unknown>;
    value?: unknown;
    required?: boolean;
    rawErrors?: string[];
    config?: JsonObject;
    entity?: Entity;
  },
) {
  const { api, form = {}, uiOptions = {}, schema = {}, value } = options;
  const { config, required, rawErrors } = options;
  const onChange = jest.fn();
  function Form() {
    const [formData, setFormData] = useState(value);
    const props = {
      formData,
      onChange: (changed: unknown) => {
        onChange(changed);
        setFormData(changed);
      },
      schema,
      required,
      rawErrors,
      uiSchema: { 'ui:options': uiOptions },
      formContext: { formData: form },
    };
    return (
      <Field {...(props as unknown as TProps & JSX.IntrinsicAttributes)} />
    );
  }
  renderInTestApp(<Form />, {
    apis: [
      [soaAccountsApiRef, api as SoaAccountsApi],
      [
        catalogApiRef,
        catalogApiMock({ entities: options.entity ? [options.entity] : [] }),
      ],
    ],
    ...(config && { config }),
  });
  return onChange;
}
