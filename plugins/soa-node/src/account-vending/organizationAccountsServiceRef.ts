import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { awsClientsServiceRef } from '../aws';
import { DefaultOrganizationAccounts } from './DefaultOrganizationAccounts';
import type { OrganizationAccountsService } from './OrganizationAccountsService';

/** @public */
export const organizationAccountsServiceRef =
  createServiceRef<OrganizationAccountsService>({
    id: 'soa.organization-accounts',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { aws: awsClientsServiceRef },
        factory: ({ aws }) => ({
          managedBy: accountId =>
            new DefaultOrganizationAccounts(() =>
              aws.organizations({ accountId }),
            ),
        }),
      }),
  });
