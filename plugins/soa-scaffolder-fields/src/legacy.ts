import { scaffolderPlugin } from '@backstage/plugin-scaffolder';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
import {
  PlacementsPicker,
  placementsFieldSchema,
  validatePlacements,
} from './placements';

/** @public */
export const SoaPlacementsPickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaPlacementsPicker',
    component: PlacementsPicker,
    schema: placementsFieldSchema.schema,
    validation: validatePlacements,
  }),
);
