export const search = {
  'search.account': 'アカウント {{account}}',
  'search.runsHere': 'ここで稼働: {{services}}',
  'search.loading': '{{account}} で稼働するものを探しています',
  'search.failed': 'ここで稼働するものを読み込めませんでした: {{reason}}',
  'search.nothing': '表示できるものは、ここでは稼働していません。',
  'search.all': 'ここで稼働するものすべて',
};
