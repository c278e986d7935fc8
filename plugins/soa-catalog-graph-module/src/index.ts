/**
 * Draws in which accounts services run in the catalog graph.
 *
 * @packageDocumentation
 */

export { catalogGraphModuleSoa as default } from './module';
export { SOA_RELATION_PAIRS, SOA_RELATIONS } from './relations';
