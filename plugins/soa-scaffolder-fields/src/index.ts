/**
 * Form fields for placements.
 *
 * @packageDocumentation
 */

export { scaffolderModuleSoa as default } from './module';
export { soaScaffolderFieldsTranslationRef } from './translation';
