/**
 * The same fields for apps that are still built from routes and components.
 *
 * @packageDocumentation
 */

import { scaffolderPlugin } from '@backstage/plugin-scaffolder';
import { createScaffolderFieldExtension } from '@backstage/plugin-scaffolder-react';
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

export { soaScaffolderFieldsTranslationRef } from './translation';

/** @public */
export const SoaPlacementsPickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaPlacementsPicker',
    component: PlacementsPicker,
    schema: placementsFieldSchema.schema,
    validation: validatePlacements,
  }),
);

/** @public */
export const SoaAccountPickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaAccountPicker',
    component: AccountPicker,
    schema: accountFieldSchema.schema,
  }),
);

/** @public */
export const SoaRegionPickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaRegionPicker',
    component: RegionPicker,
    schema: regionFieldSchema.schema,
    validation: validateRegion,
  }),
);

/** @public */
export const SoaRuntimePickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaRuntimePicker',
    component: RuntimePicker,
    schema: runtimeFieldSchema.schema,
  }),
);

/** @public */
export const SoaWorkspacePickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaWorkspacePicker',
    component: WorkspacePicker,
    schema: workspaceFieldSchema.schema,
  }),
);

/** @public */
export const SoaReviewFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaReview',
    component: Review,
    schema: reviewFieldSchema.schema,
  }),
);

/** @public */
export const SoaPlatformPickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaPlatformPicker',
    component: PlatformPicker,
    schema: platformFieldSchema.schema,
    validation: validatePlacements,
  }),
);

/** @public */
export const SoaPlatformOwnerPickerFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaPlatformOwnerPicker',
    component: PlatformOwnerPicker,
    schema: platformOwnerFieldSchema.schema,
    validation: validatePlatformOwner,
  }),
);

/** @public */
export const SoaServicePlacementsPickerFieldExtension =
  scaffolderPlugin.provide(
    createScaffolderFieldExtension({
      name: 'SoaServicePlacementsPicker',
      component: ServicePlacementsPicker,
      schema: servicePlacementsFieldSchema.schema,
    }),
  );

/** @public */
export const SoaNameConfirmationFieldExtension = scaffolderPlugin.provide(
  createScaffolderFieldExtension({
    name: 'SoaNameConfirmation',
    component: NameConfirmation,
    schema: nameConfirmationFieldSchema.schema,
    validation: validateNameConfirmation,
  }),
);
