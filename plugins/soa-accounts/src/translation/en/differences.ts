export const differences = {
  loading: 'Looking for differences',
  failed: 'The differences could not be found',
  label: 'Differences between what is declared and what is there',
  counts_one: '{{count}} difference',
  counts_other: '{{count}} differences',
  kind: 'Difference',
  service: 'Service or account',
  where: 'Where',
  remedy: 'Remedy',
  links: 'Where it is done',
  'no-baseline': 'No baseline',
  'no-owner': 'No owner',
  'no-environment': 'No environment',
  none: 'No difference',
  noneAtAll:
    'All that components declare, and you may see, is as it should be, and all accounts say what they are for.',
  noneFiltered: 'No difference fits these filters: loosen them.',
  baselineUnseen:
    'Which accounts have no baseline is not known: no placement of {{component}} is to be seen. Either there is none, or you may not see it, or soa.access.component names another component.',
} as const;
