import { createServiceRef } from '@backstage/backend-plugin-api';
import type { SoaAccountsClient } from './SoaAccountsClient';

/** @public */
export const soaAccountsServiceRef = createServiceRef<SoaAccountsClient>({
  id: 'soa.accounts-client',
});
