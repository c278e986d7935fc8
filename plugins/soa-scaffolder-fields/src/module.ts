import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import {
  PlacementsPicker,
  placementsFieldSchema,
  validatePlacements,
} from './placements';

const placementsField = FormFieldBlueprint.make({
  name: 'soa-placements-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaPlacementsPicker',
        component: PlacementsPicker,
        schema: placementsFieldSchema,
        validation: validatePlacements,
      }),
  },
});

/**
 * Form fields for software templates.
 *
 * @public
 */
export const scaffolderModuleSoa = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: [placementsField],
});
