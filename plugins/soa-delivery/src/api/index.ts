export { SoaDeliveryApiClient, soaDeliveryApiRef } from './SoaDeliveryApi';
export type { SoaDeliveryApi } from './SoaDeliveryApi';
