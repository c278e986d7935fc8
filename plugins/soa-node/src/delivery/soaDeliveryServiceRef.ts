import { createServiceRef } from '@backstage/backend-plugin-api';
import type { SoaDeliveryClient } from './SoaDeliveryClient';

/** @public */
export const soaDeliveryServiceRef = createServiceRef<SoaDeliveryClient>({
  id: 'soa.delivery-client',
});
