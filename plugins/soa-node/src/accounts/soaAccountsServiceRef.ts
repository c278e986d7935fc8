import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { DefaultSoaAccountsClient } from './DefaultSoaAccountsClient';
import type { SoaAccountsClient } from './SoaAccountsClient';

/** @public */
export const soaAccountsServiceRef = createServiceRef<SoaAccountsClient>({
  id: 'soa.accounts-client',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new DefaultSoaAccountsClient(deps),
    }),
});
