import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { accountFieldSchema, AccountPicker } from './account';
import {
  NameConfirmation,
  nameConfirmationFieldSchema,
  validateNameConfirmation,
} from './confirmation';
import {
  PlatformOwnerPicker,
  platformOwnerFieldSchema,
  validatePlatformOwner,
} from './owner';
import {
  PlacementsPicker,
  placementsFieldSchema,
  validatePlacements,
} from './placements';
import { platformFieldSchema, PlatformPicker } from './platform';
import { regionFieldSchema, RegionPicker, validateRegion } from './region';
import { Review, reviewFieldSchema } from './review';
import { runtimeFieldSchema, RuntimePicker } from './runtime';
import {
  servicePlacementsFieldSchema,
  ServicePlacementsPicker,
} from './service';
import { workspaceFieldSchema, WorkspacePicker } from './workspace';

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

const accountField = FormFieldBlueprint.make({
  name: 'soa-account-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaAccountPicker',
        component: AccountPicker,
        schema: accountFieldSchema,
      }),
  },
});

const regionField = FormFieldBlueprint.make({
  name: 'soa-region-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaRegionPicker',
        component: RegionPicker,
        schema: regionFieldSchema,
        validation: validateRegion,
      }),
  },
});

const runtimeField = FormFieldBlueprint.make({
  name: 'soa-runtime-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaRuntimePicker',
        component: RuntimePicker,
        schema: runtimeFieldSchema,
      }),
  },
});

const workspaceField = FormFieldBlueprint.make({
  name: 'soa-workspace-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaWorkspacePicker',
        component: WorkspacePicker,
        schema: workspaceFieldSchema,
      }),
  },
});

const platformField = FormFieldBlueprint.make({
  name: 'soa-platform-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaPlatformPicker',
        component: PlatformPicker,
        schema: platformFieldSchema,
        validation: validatePlacements,
      }),
  },
});

const platformOwnerField = FormFieldBlueprint.make({
  name: 'soa-platform-owner-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaPlatformOwnerPicker',
        component: PlatformOwnerPicker,
        schema: platformOwnerFieldSchema,
        validation: validatePlatformOwner,
      }),
  },
});

const reviewField = FormFieldBlueprint.make({
  name: 'soa-review',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaReview',
        component: Review,
        schema: reviewFieldSchema,
      }),
  },
});

const servicePlacementsField = FormFieldBlueprint.make({
  name: 'soa-service-placements-picker',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaServicePlacementsPicker',
        component: ServicePlacementsPicker,
        schema: servicePlacementsFieldSchema,
      }),
  },
});

const nameConfirmationField = FormFieldBlueprint.make({
  name: 'soa-name-confirmation',
  params: {
    field: async () =>
      createFormField({
        name: 'SoaNameConfirmation',
        component: NameConfirmation,
        schema: nameConfirmationFieldSchema,
        validation: validateNameConfirmation,
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
  extensions: [
    placementsField,
    platformField,
    platformOwnerField,
    accountField,
    regionField,
    runtimeField,
    workspaceField,
    servicePlacementsField,
    nameConfirmationField,
    reviewField,
  ],
});
