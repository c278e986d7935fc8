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
      emptyPage: {
        title: 'No rollout here that you may see',
        description: 'Go on to older ones.',
      },
    },
    rollout: {
      title: 'Rollout of {{component}}',
      loading: 'Loading the rollout',
      failed: 'The rollout could not be loaded',
      startedBy: 'Started by {{initiator}}, {{time}}',
      endedAt: 'Ended {{time}}',
      source: 'Applies {{source}}',
      configuration: 'this configuration',
      wave: 'Wave {{number}}',
      allPlacements: 'All placements',
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
    outcome: {
      applied_one: 'The placement is applied.',
      applied_other: 'All {{count}} placements are applied.',
      failed: 'Failed: {{names}}',
      canceled: 'Canceled: {{names}}',
      andMore: '{{names}} and {{number}} more',
      someApplied: '{{number}} applied',
      noneApplied: 'Nothing was applied',
      skipped: '{{number}} not begun',
    },
    waits: {
      wave: 'Waits until all placements of the waves before it are applied.',
      turn: 'Run {{run}} waits for its turn: an earlier run of this workspace may have to be confirmed or discarded first.',
      'policy-override':
        'Run {{run}} waits for a person: override the policy that it does not meet, or discard the run.',
      decision:
        'Run {{run}} waits for a person: decide whether it goes on past the check that it does not meet, or discard it.',
      access:
        'Waits for deploy access: the roles that its runs take on are about to be made.',
      accessRun:
        'Waits for deploy access: {{run}} makes the roles that its runs take on.',
      'access-approval':
        'Waits for deploy access: the platform team has to confirm {{run}}, which makes the roles that its runs take on.',
    },
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
