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
    reservations: {
      title: 'Reservations',
      explanation:
        'What services have for themselves alone, and who waits for it. It becomes free by itself once the rollout, the environment or the service that has it has ended.',
      owner: {
        environment: '{{id}} of {{component}}',
        rollout: 'rollout {{id}} of {{component}}',
        task: 'task {{id}} of {{component}}',
        hidden: 'Somebody whom you may not see',
      },
      component: 'Service',
      state: 'State',
      requestedBy: 'Asked for by',
      action: 'Action',
      locks: {
        title: 'Locks',
        loading: 'Loading locks',
        failed: 'The locks could not be loaded',
        what: 'What',
        kind: 'Kind',
        who: 'Who',
        lease: 'Lease',
        account: 'account {{id}}',
        zone: 'zone {{id}}',
        target: { account: 'Account', zone: 'Zone' },
        held: 'Holds it',
        waiting: 'Waits, {{ahead}} before it',
        anyState: { held: 'Holds it', waiting: 'Waits' },
        heldBy: 'Held by {{owner}}',
        free: 'Free',
        freeOf: 'Free {{what}}',
        confirm: 'Free {{what}}?',
        confirmHeld:
          'Whoever waits first gets it at once. Make sure that nothing of {{owner}} is under way in it.',
        confirmWaiting:
          'That takes {{owner}} out of the queue. Whoever still waits may ask again, and then comes last.',
        empty: 'Nothing is locked',
        emptyDescription:
          'Whoever takes an account or a hosted zone for itself is shown here.',
      },
      ranges: {
        title: 'Network ranges',
        loading: 'Loading network ranges',
        failed: 'The network ranges could not be loaded',
        cidr: 'Range',
        pool: 'Pool',
        account: 'Account',
        region: 'Region',
        who: 'Whose',
        allocating: 'Is being allocated',
        held: 'Held',
        releasing: 'Is being given back',
        overlaps_one: 'A VPC of others has addresses of it',
        overlaps_other: '{{count}} VPCs of others have addresses of it',
        freeOf: 'Free {{what}}',
        confirm: 'Free {{what}}?',
        confirmBody:
          'Others may get these addresses once no VPC in {{account}}, {{region}} has them any more. Destroy what {{owner}} has in them first.',
        empty: 'No range is given out',
        emptyDescription:
          'Ranges of addresses that services have for their networks are shown here.',
      },
      emptyFiltered: 'Nothing matches',
      emptyFilteredDescription: 'Take a filter back to see the others.',
      emptyPage: 'Nothing here that you may see',
      emptyPageDescription: 'Go on to the next page.',
      freeFailed: 'It could not be freed',
      freed: '{{what}} is free.',
      cancel: 'Cancel',
    },
  },
  translations: {
    ja: () => import('./ja'),
  },
});
