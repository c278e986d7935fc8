export { SoaDeliveryApiClient, soaDeliveryApiRef } from './SoaDeliveryApi';
export type { RolloutQuery, SoaDeliveryApi } from './SoaDeliveryApi';
