export const search = {
  account: 'Account {{account}}',
  runsHere: 'Runs here: {{services}}',
  loading: 'Looking for what runs in {{account}}',
  failed: 'What runs here could not be loaded: {{reason}}',
  nothing: 'Nothing runs here that you may see.',
  all: 'All that runs here',
} as const;
