/**
 * Takes notifications of HCP Terraform as events.
 *
 * @packageDocumentation
 */

export { eventsModuleSoa as default } from './module';
