import { useEffect, useState } from 'react';
import { screen } from '@testing-library/react';
import { useApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import soaModule from '.';

function FieldNames() {
  const api = useApi(formFieldsApiRef);
  const [names, setNames] = useState<string[]>([]);
  useEffect(() => {
    api
      .loadFormFields()
      .then(fields =>
        setNames(
          fields.map(field => (field as unknown as { name: string }).name),
        ),
      );
  }, [api]);
  return <div>{names.join(' ')}</div>;
}

it('adds its fields to the forms of templates', async () => {
  renderInTestApp(<FieldNames />, { features: [scaffolderPlugin, soaModule] });
  for (const name of [
    'PlacementsPicker',
    'PlatformPicker',
    'PlatformOwnerPicker',
    'AccountPicker',
    'RegionPicker',
    'RuntimePicker',
    'WorkspacePicker',
    'ServicePlacementsPicker',
    'NameConfirmation',
    'Review',
  ]) {
    expect(
      await screen.findByText(new RegExp(`\\bSoa${name}\\b`)),
    ).toBeInTheDocument();
  }
});
