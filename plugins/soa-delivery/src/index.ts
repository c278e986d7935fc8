/**
 * Shows rollouts.
 *
 * @packageDocumentation
 */

export { soaDeliveryPlugin as default } from './plugin';
export { soaDeliveryApiRef } from './api';
export type { SoaDeliveryApi } from './api';
export { soaDeliveryTranslationRef } from './translation';
