import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { accountState } from './en/accountState';
import { differences } from './en/differences';
import { organisation } from './en/organisation';
import { regions } from './en/regions';
import { remedy } from './en/remedy';

/**
 * What the page and the cards of placements say.
 *
 * @alpha
 */
export const soaAccountsTranslationRef = createTranslationRef({
  id: 'soa-accounts',
  messages: {
    placements: {
      loading: 'Loading placements',
      failed: 'The placements could not be loaded',
      whereItRuns: 'Where it runs',
      whatRunsHere: 'What runs here',
      shown: '{{first}} to {{last}} of {{all}}',
    },
    page: {
      title: 'Accounts',
      matrix: 'Matrix',
      organisation: 'Organisation',
      regions: 'Regions',
      differences: 'Differences',
    },
    matrix: {
      byAccount: 'Services by account',
      byRegion: 'Services by Region',
      counts: '{{services}}, {{placements}}',
      services_one: '{{count}} service',
      services_other: '{{count}} services',
      placements_one: '{{count}} placement',
      placements_other: '{{count}} placements',
      more_one: '{{count}} more',
      more_other: '{{count}} more',
    },
    filter: {
      service: 'Service',
      partOfName: 'Part of its name',
      account: 'Account',
      partOfNameOrId: 'Part of its name or id',
      state: 'State',
      environment: 'Environment',
      runtime: 'Runtime',
      region: 'Region',
      columns: 'Columns',
      accounts: 'Accounts',
      regions: 'Regions',
    },
    empty: {
      title: 'Nothing runs here',
      account: 'No component that you may see has a placement here.',
      component: 'Its spec.placements are empty.',
      unknown:
        'This resource has no annotation {{annotation}}: add it, with the id of the account.',
      filtered: 'No placement fits these filters: loosen them.',
      organisation:
        'No component has spec.placements yet: create a service, or add placements to its catalog-info.yaml.',
    },
    column: {
      service: 'Service',
      environment: 'Environment',
      account: 'Account',
      accountId: 'Account id',
      organization: 'Organization',
      organizationalUnit: 'Organizational unit',
      owner: 'Owner',
      runs: 'What runs there',
      region: 'Region',
      runtime: 'Runtime',
      cell: 'Cell',
      workspace: 'Workspace',
      run: 'Last run',
      state: 'State',
    },
    state: {
      'in-sync': 'In sync',
      'missing-workspace': 'No workspace',
      undeclared: 'Not declared',
      drifted: 'Drifted',
      unknown: 'Not known',
    },
    accountState,
    differences,
    organisation,
    regions,
    remedy,
  },
  translations: {
    ja: () => import('./ja'),
  },
});
