/**
 * Makes placements and accounts searchable.
 *
 * @packageDocumentation
 */

export { searchModuleSoa as default } from './module';
