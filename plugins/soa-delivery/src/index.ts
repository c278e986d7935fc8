/**
 * Shows rollouts.
 *
 * @packageDocumentation
 */

export { soaDeliveryPlugin as default } from './plugin';
