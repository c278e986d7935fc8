export const approvals = {
  approval: {
    title: 'Approvals',
    titleOpen: 'To be decided',
    stage: 'Begin {{environment}}',
    destroy: '{{placement}} loses resources that hold data',
    asked: 'Members of {{groups}} may decide.',
    askedButInitiator:
      'Members of {{groups}} may decide, but not who started the rollout.',
    askedAt: 'Asked {{time}}',
    approvedBy: 'Approved by {{actor}}, {{time}}',
    rejectedBy: 'Rejected by {{actor}}, {{time}}',
    mayNotDecide: 'You are not among those who may decide.',
    decide: 'Decide',
    decideOn: 'Decide: {{approval}}',
    dialog: {
      placements_one: '{{count}} placement begins:',
      placements_other: '{{count}} placements begin:',
      resources: 'These resources would be destroyed, and their data lost:',
      noResources:
        'Which resources would be destroyed cannot be read. Look at the run in HCP Terraform before you approve.',
      notPlanned_one:
        '{{count}} of them could not be planned: what changes is not known.',
      notPlanned_other:
        '{{count}} of them could not be planned: what changes is not known.',
      comment: 'Comment (needed to reject: what is to be changed)',
      commentMissing: 'Say why you reject it.',
      approve: 'Approve',
      reject: 'Reject',
      close: 'Close',
      failed: 'Your decision could not be taken down',
      decided: 'It has been decided meanwhile.',
    },
  },
  myApprovals: {
    title: 'Waiting for my approval',
    loading: 'Loading what waits for your approval',
    failed: 'What waits for your approval could not be loaded',
    empty: 'Nothing waits for your approval.',
    item: '{{component}}: {{approval}}',
    startedBy: 'Started by {{initiator}}, asked {{time}}',
    startedByOnly: 'Started by {{initiator}}',
    andMore: 'There are more: these are the first.',
  },
  approvalState: {
    pending: 'Not its turn yet',
    open: 'To be decided',
    approved: 'Approved',
    rejected: 'Rejected',
  },
} as const;
