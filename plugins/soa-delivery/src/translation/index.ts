export { soaDeliveryTranslationRef } from './soaDeliveryTranslationRef';
