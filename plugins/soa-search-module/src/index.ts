/**
 * Makes placements searchable.
 *
 * @packageDocumentation
 */

export { searchModuleSoa as default } from './module';
