export const sandboxEnvironments = {
  sandbox: {
    title: 'Sandbox environment',
    failed: 'The sandbox environment could not be loaded',
    notDestroyed: 'It could not be destroyed; this is tried again',
    component: 'Component',
    state: 'State',
    expires: 'Expires',
    expired: 'Expired',
    owner: 'Owner',
    requestedBy: 'Asked for by',
    rollout: 'Rollout',
    noRollout: 'None yet',
    rolloutSoon: 'The one that destroys it begins soon',
    back: 'Back',
    states: {
      active: 'Active',
      destroying: 'Being destroyed',
      failed: 'Could not be destroyed',
    },
    outputs: {
      loading: 'Loading outputs',
      failed: 'The outputs could not be loaded',
      none: 'Its URL and other outputs are shown once they have been read from its workspace.',
      url: 'URL',
      of: '{{name}} of {{workspace}}',
    },
    extend: {
      button: 'Extend',
      title: 'Extend {{name}}?',
      by: 'By how much',
      choice_one: '{{count}} day: expires {{time}}',
      choice_other: '{{count}} days: expires {{time}}',
      limit: 'It may be there until {{time}} at the longest.',
      atLimit:
        'It cannot be extended by a day: it may be there until {{time}} at the longest. Ask the platform team if you need it for longer.',
      failed: 'It could not be extended',
      done: 'It now expires {{time}}.',
    },
    delete: {
      button: 'Delete now',
      title: 'Delete {{name}} now?',
      means:
        'All that it has is destroyed, with its data, and {{name}} leaves the catalog. That cannot be taken back.',
      destroyed: 'What is destroyed',
      workspace: 'workspace {{name}}',
      place: 'account {{account}}, {{region}}',
      resources_one: '{{count}} resource',
      resources_other: '{{count}} resources',
      failed: 'It could not be deleted',
      done: 'It is being destroyed: the rollout below shows how far it is.',
    },
    list: {
      title: 'Sandbox environments',
      explanation:
        'Components that are there for a while. Once their time is up, all that they have is destroyed, and they leave the catalog. Extend or delete one on its own page.',
      loading: 'Loading sandbox environments',
      failed: 'The sandbox environments could not be loaded',
      empty: 'No sandbox environment',
      emptyDescription:
        'Create one with the template for sandbox environments, and it is shown here.',
    },
  },
} as const;
