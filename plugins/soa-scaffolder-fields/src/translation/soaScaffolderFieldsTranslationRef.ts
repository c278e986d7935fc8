import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * What the form fields say.
 *
 * @alpha
 */
export const soaScaffolderFieldsTranslationRef = createTranslationRef({
  id: 'soa-scaffolder-fields',
  messages: {
    placements: {
      title: 'Environments and Regions',
      globalTitle: 'Environments',
      global: 'everywhere, in no Region',
      loading: 'Loading accounts',
      failed: 'The accounts could not be loaded',
      noAccount:
        'No account offers {{runtime}}: ask the platform team for one.',
      notOnOffer: '{{environment}}: not on offer, because {{reason}}.',
      suspended: 'its accounts are suspended',
      closed: 'its accounts are not open to this owner',
      gone: 'no account of it that you may see offers this runtime',
      remove: 'Remove {{environment}}',
      account: 'Account',
      inAccount: 'in {{name}} ({{id}})',
      apart:
        'A Region that cannot be ticked is in none of the accounts that have those that are.',
    },
    platform: {
      title: 'Where it is',
      stage: 'Place {{number}}',
      environment: 'Environment',
      chooseEnvironment: 'Choose an environment',
      accountOrUnit: 'Account or organizational unit',
      wholeOrganization: 'All accounts',
      region: 'Region',
      regions: 'Regions',
      add: 'Add',
      remove: 'Remove',
      none: 'There is no active account that you may see.',
    },
    validation: {
      choose: 'Choose an environment and a Region.',
      chooseGlobal: 'Choose an environment.',
      unchecked: 'The choice could not be checked: {{reason}}',
    },
    preview: {
      failed: 'The choice could not be checked',
      refused: 'It cannot be made there',
      title: 'This will be made',
      placement:
        '{{environment}}, {{region}}: {{name}} ({{id}}), workspace {{workspace}}',
    },
    owner: {
      title: 'Owner',
      placeholder: 'Choose a group',
      loading: 'Loading your groups',
      failed: 'Your groups could not be loaded',
      none: 'None of your groups may own this: ask a member of {{owners}} to create it.',
      refused:
        '{{owner}} may not own this, or you do not belong to it: choose another.',
      nobody:
        'No group may own this: ask whoever runs this portal to name one under soa.platform.owners in the configuration.',
    },
    account: {
      title: 'Account',
      placeholder: 'Choose an account',
      none: 'No account is on offer here: choose otherwise above, or ask the platform team.',
    },
    region: {
      title: 'Region',
      placeholder: 'Choose a Region',
      none: 'No Region is on offer here: choose otherwise above, or ask the platform team.',
      notChosen:
        '{{region}} is none of the Regions chosen before: choose one of them.',
    },
    runtime: {
      title: 'Runtime',
      placeholder: 'Choose a runtime',
      none: 'No runtime is on offer here: choose otherwise above, or ask the platform team.',
    },
    notOnOffer: {
      title_one: '{{count}} is not on offer',
      title_other: '{{count}} are not on offer',
      item: '{{name}}: {{reason}}',
      more: 'and {{number}} more',
      accountSuspended: 'it is suspended or closed',
      accountClosed: 'it is not open to this owner',
      suspended: 'its accounts are suspended or closed',
      closed: 'its accounts are not open to this owner',
      gone: 'no account that you may see offers it',
      elsewhere: 'the chosen account does not have it',
    },
    workspace: {
      title: 'Workspace',
      placeholder: 'Choose a workspace',
      loading: 'Loading workspaces',
      failed: 'The workspaces could not be loaded',
      none: 'There is no workspace here that you may see.',
    },
    service: {
      title: 'Placements',
      placeholder: 'Choose',
      choose: 'Choose a service first.',
      loading: 'Loading where the service runs',
      failed: 'Where the service runs could not be loaded',
      none: '{{component}} runs nowhere, or you may not see where: choose another service.',
      placement:
        '{{environment}}, {{region}}: {{name}} ({{id}}), workspace {{workspace}}',
      reached_one: '{{count}} placement will be rolled out to',
      reached_other: '{{count}} placements will be rolled out to',
    },
    review: {
      title: 'Before you create it',
      loading: 'Finding out what will be made',
      incomplete: 'Fill in the pages before this one to see what will be made.',
      workspaces_one: '{{count}} workspace will be made',
      workspaces_other: '{{count}} workspaces will be made',
      costs: 'These choices cost money',
      choice: '{{title}}.',
      amount: '{{title}}: {{amount}}.',
      amountOfTotal:
        '{{title}}: {{amount}} in each placement, {{total}} in all.',
      total_one: '{{title}}: in {{count}} placement.',
      total_other: '{{title}}: in {{count}} placements.',
    },
    confirmation: {
      title: 'Its name, typed by you',
      refused: 'Type the name of the service, {{name}}.',
    },
    destruction: {
      placements_one: '{{count}} placement will be destroyed',
      placements_other: '{{count}} placements will be destroyed',
      forGood: 'Nobody can bring this back',
      data: 'All that the service has in AWS in these placements is destroyed, with the data in it: databases, buckets, queues and logs.',
      afterwards:
        'After that, its HCP Terraform workspaces and deploy roles are deleted, its network ranges and locks are released, and it leaves the catalog.',
      approval:
        'In production, what holds data is destroyed only after an approval of its own.',
      kept: 'Its repository stays. Nothing is destroyed while another component of the catalog consumes it.',
    },
    choice: {
      search: 'Search',
      gone: '{{value}} is not on offer any more: choose another.',
    },
  },
  translations: {
    ja: () => import('./ja'),
  },
});
