/**
 * Shows rollouts.
 *
 * @packageDocumentation
 */

export { soaDeliveryPlugin as default } from './plugin';
export { soaDeliveryTranslationRef } from './translation';
