import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * What the pages of rollouts say.
 *
 * @alpha
 */
export const soaDeliveryTranslationRef = createTranslationRef({
  id: 'soa-delivery',
  messages: {
    list: {
      label: 'Rollouts',
      loading: 'Loading rollouts',
      failed: 'The rollouts could not be loaded',
      empty: {
        title: 'No rollout yet',
        description: 'Create a service, and its first rollout appears here.',
      },
    },
    rollout: {
      title: 'Rollout of {{component}}',
      loading: 'Loading the rollout',
      failed: 'The rollout could not be loaded',
      startedBy: 'Started by {{initiator}}, {{time}}',
      endedAt: 'Ended {{time}}',
      source: 'Applies {{source}}',
      archive: 'this archive',
    },
    column: {
      started: 'Started',
      service: 'Service',
      by: 'By',
      placementsApplied: 'Placements applied',
      state: 'State',
      environment: 'Environment',
      account: 'Account',
      region: 'Region',
      workspace: 'Workspace',
      run: 'Run',
      plan: 'Plan',
    },
    applied: '{{applied}} of {{all}}',
    plan: {
      changes: '+{{add}} ~{{change}} −{{destroy}}',
      inWords: '{{add}} to add, {{change}} to change, {{destroy}} to destroy',
      import: '{{number}} to import',
    },
    rolloutState: {
      running: 'Running',
      applied: 'Applied',
      failed: 'Failed',
      canceled: 'Canceled',
    },
    targetState: {
      waiting: 'Waiting',
      uploading: 'Uploading',
      planning: 'Planning',
      confirming: 'Confirming',
      applying: 'Applying',
      applied: 'Applied',
      failed: 'Failed',
      canceled: 'Canceled',
      skipped: 'Not begun',
    },
  },
  translations: {
    ja: () => import('./ja'),
  },
});
