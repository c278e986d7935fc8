export default {
  'placements.title': '環境とリージョン',
  'placements.loading': 'アカウントを読み込んでいます',
  'placements.failed': 'アカウントを読み込めませんでした',
  'placements.noAccount':
    '{{runtime}} を提供するアカウントがありません。プラットフォームチームに依頼してください。',
  'placements.notOnOffer': '{{environment}}: {{reason}}ため選択できません。',
  'placements.suspended': 'アカウントが停止されている',
  'placements.closed': 'アカウントがこの所有者に開放されていない',
  'placements.gone': 'このランタイムを提供するアカウントがない',
  'placements.remove': '{{environment}} を削除',
  'placements.account': 'アカウント',
  'placements.inAccount': '{{name}} ({{id}})',
  'validation.choose': '環境とリージョンを選択してください。',
  'validation.unchecked': '選択内容を確認できませんでした: {{reason}}',
  'preview.failed': '選択内容を確認できませんでした',
  'preview.refused': 'そこではサービスを稼働できません',
  'preview.title': '作成されるもの',
  'preview.placement':
    '{{environment}}、{{region}}: {{name}} ({{id}})、ワークスペース {{workspace}}',
  'account.title': 'アカウント',
  'account.placeholder': 'アカウントを選択',
  'account.none':
    '選択できるアカウントがありません。上の選択を変えるか、プラットフォームチームに依頼してください。',
  'account.hidden':
    'ほか {{number}} 件は、停止されているか、この所有者に開放されていないため選択できません。',
  'region.title': 'リージョン',
  'region.placeholder': 'リージョンを選択',
  'region.none':
    '選択できるリージョンがありません。上の選択を変えるか、プラットフォームチームに依頼してください。',
  'workspace.title': 'ワークスペース',
  'workspace.placeholder': 'ワークスペースを選択',
  'workspace.loading': 'ワークスペースを読み込んでいます',
  'workspace.failed': 'ワークスペースを読み込めませんでした',
  'workspace.none': '表示できるワークスペースがここにはありません。',
  'choice.search': '検索',
  'choice.gone':
    '{{value}} は選択できなくなりました。別のものを選んでください。',
};
