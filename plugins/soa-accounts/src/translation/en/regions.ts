export const regions = {
  label: 'What runs in which Region',
  counts_one: '{{count}} Region',
  counts_other: '{{count}} Regions',
  services: 'Services',
  placements: 'Placements',
  environments: 'By environment',
  runtimes: 'By runtime',
  lost: 'Lost if it failed',
  kept: 'Kept if it failed',
  lostIf: '{{lost}} would be lost if {{region}} failed',
  keptIf: '{{kept}} would run on elsewhere if {{region}} failed',
  global: 'In no Region: what is global fails with none of them.',
  choose:
    'Choose a Region to see which services run only there, environment by environment. A placement that has no workspace, or where nothing is applied, runs nowhere, and saves no service.',
  show: 'Show',
  showLost: 'What would be lost',
  showKept: 'What would run on',
  elsewhere: 'Runs on in',
  ownersFailed: 'Who owns them could not be loaded',
  nothingLost: 'Nothing would be lost',
  nothingLostHere:
    'Every service that runs in {{region}}, and fits these filters, runs in another Region of the same environment, too.',
  nothingKept: 'Nothing would run on',
  nothingKeptHere:
    'No service that runs in {{region}}, and fits these filters, has a placement in another Region of the same environment.',
  notThere: 'Nothing that fits these filters runs in {{region}}.',
} as const;
