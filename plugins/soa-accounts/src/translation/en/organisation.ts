export const organisation = {
  loading: 'Loading the organisation',
  failed: 'The organisation could not be loaded',
  label: 'Organizational units and accounts',
  search: 'Unit or account',
  unit: 'Organizational unit',
  counts: '{{accounts}}, {{services}}',
  accounts_one: '{{count}} account',
  accounts_other: '{{count}} accounts',
  nobody: 'Nobody',
  expand: 'Show what is in it',
  empty: 'There is no account',
  emptyAll:
    'The inventory has no account that you may see: it reads AWS Organizations (soa.aws), and accounts are shown to who may read them in the catalog.',
  emptyFiltered: 'No account or unit fits these filters: loosen them.',
} as const;
