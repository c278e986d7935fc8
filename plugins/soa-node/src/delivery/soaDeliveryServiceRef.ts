import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultSoaDeliveryClient } from './DefaultSoaDeliveryClient';
import type { SoaDeliveryClient } from './SoaDeliveryClient';

/** @public */
export const soaDeliveryServiceRef = createServiceRef<SoaDeliveryClient>({
  id: 'soa.delivery-client',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new DefaultSoaDeliveryClient(deps),
    }),
});
