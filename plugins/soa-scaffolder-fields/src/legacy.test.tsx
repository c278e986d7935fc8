import { screen } from '@testing-library/react';
import { ScaffolderFieldExtensions } from '@backstage/plugin-scaffolder-react';
import { useCustomFieldExtensions } from '@backstage/plugin-scaffolder-react';
import { renderInTestApp } from '@backstage/test-utils';
import {
  SoaAccountPickerFieldExtension,
  SoaNameConfirmationFieldExtension,
  SoaPlacementsPickerFieldExtension,
  SoaPlatformOwnerPickerFieldExtension,
  SoaPlatformPickerFieldExtension,
  SoaRegionPickerFieldExtension,
  SoaReviewFieldExtension,
  SoaRuntimePickerFieldExtension,
  SoaServicePlacementsPickerFieldExtension,
  SoaWorkspacePickerFieldExtension,
} from './legacy';

const outlet = (
  <ScaffolderFieldExtensions>
    <SoaPlacementsPickerFieldExtension />
    <SoaAccountPickerFieldExtension />
    <SoaRegionPickerFieldExtension />
    <SoaRuntimePickerFieldExtension />
    <SoaWorkspacePickerFieldExtension />
    <SoaReviewFieldExtension />
    <SoaPlatformPickerFieldExtension />
    <SoaPlatformOwnerPickerFieldExtension />
    <SoaServicePlacementsPickerFieldExtension />
    <SoaNameConfirmationFieldExtension />
  </ScaffolderFieldExtensions>
);

function FieldNames() {
  const fields = useCustomFieldExtensions<{ name: string }>(outlet);
  return <div>{fields.map(({ name }) => name).join(' ')}</div>;
}

it('adds its fields to the forms of a legacy app', async () => {
  await renderInTestApp(<FieldNames />);
  expect(
    await screen.findByText(
      'SoaPlacementsPicker SoaAccountPicker SoaRegionPicker SoaRuntimePicker SoaWorkspacePicker SoaReview SoaPlatformPicker SoaPlatformOwnerPicker SoaServicePlacementsPicker SoaNameConfirmation',
    ),
  ).toBeInTheDocument();
});
