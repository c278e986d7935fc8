/** What the page of a workspace says. */
export const workspace = {
  unknown:
    'This resource has no annotation {{annotation}}: add it, with the id of the workspace.',
  unknownTitle: 'No workspace is named',
  loading: 'Loading the workspace',
  failed: 'The workspace could not be loaded',
  facts: 'About this workspace',
  organization: 'Organization',
  project: 'Project',
  name: 'Workspace',
  component: 'Component',
  environment: 'Environment',
  account: 'Account',
  region: 'Region',
  runtime: 'Runtime',
  resourceCount: 'Resources',
  lastApplied: 'Last changed',
  drift: 'Drift',
  drifted: 'Drifted',
  driftedResources_one: '{{count}} resource drifted',
  driftedResources_other: '{{count}} resources drifted',
  driftChecked: 'Looked at',
  inSync: 'As configured',
  driftUnknown: 'Not known: health assessments are off, or have not run yet',
} as const;

export const runs = {
  title: 'Runs',
  loading: 'Loading runs',
  failed: 'The runs could not be loaded',
  followFailed: 'What goes on could not be looked at',
  empty: {
    title: 'No run yet',
    description: 'A rollout of its component starts the first.',
  },
  isOld:
    'As of {{time}}: HCP Terraform gives no newer list now, as its 30 lists a minute may be used up.',
  run: 'Run',
  state: 'State',
  kind: 'Kind',
  started: 'Started',
  action: 'Action',
  message: 'Why',
  ofRollout: 'of rollout {{id}}',
  by: 'by {{person}}',
  kinds: {
    plan: 'Plan only',
    apply: 'Plan and apply',
    destroy: 'Destroy',
  },
  states: {
    planning: 'Planning',
    confirming: 'Waits for confirmation',
    applying: 'Applying',
    applied: 'Applied',
    planned: 'Planned',
    unchanged: 'Nothing to change',
    failed: 'Failed',
    canceled: 'Ended by somebody',
  },
  mayNot: {
    plan: 'To plan, ask for the permission soa.workspace.plan on {{entity}}.',
    apply:
      'To apply and end runs, ask for the permission soa.workspace.apply on {{entity}}.',
  },
  actions: {
    label: 'What you may do',
    plan: 'Plan',
    apply: 'Apply',
    discard: 'Discard',
    cancel: 'Cancel run',
    applyRun: 'Apply the run {{id}}',
    discardRun: 'Discard the run {{id}}',
    cancelRun: 'Cancel the run {{id}}',
  },
  dialog: {
    plan: 'Plan {{name}}?',
    apply: 'Start a run to apply in {{name}}?',
    means: {
      plan: 'A run of the configuration that is in place says what would change, and changes nothing.',
      apply:
        'A run of the configuration that is in place plans what would change, and waits: nothing is applied before somebody has looked at the plan and confirmed it.',
    },
    beside:
      'The rollout {{id}} has runs here and may be under way: it waits for what is started beside it.',
    reason: 'Why (optional)',
    back: 'Back',
    start: {
      plan: 'Plan',
      apply: 'Start run',
    },
    failed: 'It could not be done',
    planLoading: 'Loading the plan',
    planFailed: 'The plan could not be loaded',
    will: {
      apply: 'Apply the run {{id}} in {{name}}?',
      discard: 'Discard the run {{id}} of {{name}}?',
      cancel: 'Cancel the run {{id}} of {{name}}?',
    },
    changes:
      'It adds {{add}}, changes {{change}} and destroys {{destroy}} resources.',
    imports: 'It takes over {{number}} resources that are there already.',
    destroys: 'It destroys what the workspace has made.',
    ends: {
      discard: 'Its plan is dropped: nothing is applied.',
      cancel:
        'It is interrupted: what it has applied by then stays, and the rest is not applied.',
    },
    endsRollout: 'It is of the rollout {{id}}, which fails without it.',
    typeName: 'This is production: type {{name}} to confirm',
  },
  done: {
    start: 'The run {{id}} is started.',
    apply: 'The run {{id}} is being applied.',
    discard: 'The run {{id}} is discarded.',
    cancel: 'The run {{id}} is being canceled.',
  },
} as const;

export const outputs = {
  title: 'Outputs',
  note: 'To read them is recorded in the audit log.',
  show: 'Show outputs',
  loading: 'Loading outputs',
  failed: 'The outputs could not be loaded',
  empty: {
    title: 'No outputs',
    description: 'The state of this workspace gives out nothing.',
  },
  name: 'Name',
  value: 'Value',
  sensitive: 'Sensitive: not kept here',
} as const;

export const resources = {
  title: 'Resources',
  loading: 'Loading resources',
  failed: 'The resources could not be loaded',
  empty: {
    title: 'No resources',
    description: 'There is nothing in the state of this workspace.',
  },
  address: 'Address',
  type: 'Type',
  provider: 'Provider',
  updated: 'Changed',
  first: 'First page',
  next: 'Next page',
} as const;
