import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { estate } from './en/estate';
import { search } from './en/search';
import { outputs, resources, runs, workspace } from './en/workspace';
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
    estate,
    search,
    workspace,
    runs,
    outputs,
    resources,
    placements: {
      loading: 'Loading placements',
      failed: 'The placements could not be loaded',
      whereItRuns: 'Where it runs',
      whatRunsHere: 'What runs here',
      shown: '{{first}} to {{last}} of {{all}}',
      applied: 'last applied {{day}}',
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
    placedOutputs: {
      title: 'Outputs',
      loading: 'Loading outputs',
      failed: 'The outputs could not be loaded',
      none: 'No outputs',
      note: 'That they are read is recorded in the audit log.',
      noneYet: 'Its workspaces give nothing out, or nothing was applied yet.',
      noneFits: 'No output, account or Region fits: write another part of it.',
      sensitive: 'Sensitive: not kept here',
      filter: 'Filter',
      filterBy: 'Output, account or Region',
    },
    account: {
      title: 'Account',
      loading: 'Loading the account',
      failed: 'The account could not be loaded',
      notSaid: 'Not said',
      unknown: 'Which account it is, is not said',
      id: 'Id',
      state: 'State',
      owner: 'Owner',
      environment: 'Environment',
      runtimes: 'Runtimes',
      regions: 'Regions',
      businessUnit: 'Business unit',
      allowedOwners: 'Open to',
      anybody: 'Any owner',
      nobody: 'No owner: its tag is not understood',
      organization: 'Organisation',
      organizationalUnit: 'Organizational unit',
      root: 'The root',
      baseline: 'Baseline',
      guardrails: 'Guarded by',
      noBaseline: 'None that a workspace tells of',
      console: 'Console',
    },
    guardRails: {
      title: 'Guard rails',
      loading: 'Loading guard rails',
      failed: 'The guard rails could not be loaded',
      notAll: 'Not all guard rails are known',
      none: 'No guard rails',
      noneSaid: 'No policy of the organisation bounds this account.',
      policy: 'Policy',
      type: 'Type',
      attachedTo: 'Attached to',
    },
    guardRailType: {
      SERVICE_CONTROL_POLICY: 'Service control',
      RESOURCE_CONTROL_POLICY: 'Resource control',
    },
    workspaces: {
      title: 'Workspaces',
      loading: 'Loading workspaces',
      failed: 'The workspaces could not be loaded',
      none: 'No workspaces',
      noneSaid: 'No workspace that you may see has a placement here.',
    },
    console: {
      where: 'of {{account}}, {{region}}',
    },
    empty: {
      title: 'Nothing runs here',
      account: 'No component that you may see has a placement here.',
      component:
        'It has no placement that you may see, or the inventory has not read them yet.',
      unknown:
        'This resource has no annotation {{annotation}}: add it, with the id of the account.',
      filtered: 'No placement fits these filters: loosen them.',
      organisation:
        'No component that you may see has spec.placements yet: create a service, or add placements to its catalog-info.yaml.',
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
      output: 'Output',
      value: 'Value',
      lastApplied: 'Last applied',
      resources: 'Resources',
    },
    state: {
      'in-sync': 'In sync',
      'not-applied': 'Not applied',
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
