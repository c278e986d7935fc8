export * from './checks';
export type { SoaDeliveryClient } from './SoaDeliveryClient';
export { soaDeliveryServiceRef } from './soaDeliveryServiceRef';
