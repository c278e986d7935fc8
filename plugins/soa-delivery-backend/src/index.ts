/**
 * Takes changes through accounts and Regions.
 *
 * @packageDocumentation
 */

export { soaDeliveryPlugin as default } from './plugin';
