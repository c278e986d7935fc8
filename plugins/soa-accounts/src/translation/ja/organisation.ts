export const organisation = {
  'organisation.loading': '組織を読み込んでいます',
  'organisation.failed': '組織を読み込めませんでした',
  'organisation.label': '組織単位とアカウント',
  'organisation.search': '組織単位またはアカウント',
  'organisation.unit': '組織単位',
  'organisation.counts': '{{accounts}}、{{services}}',
  'organisation.accounts_one': 'アカウント {{count}} 件',
  'organisation.accounts_other': 'アカウント {{count}} 件',
  'organisation.nobody': 'なし',
  'organisation.expand': '中身を表示',
  'organisation.empty': 'アカウントがありません',
  'organisation.emptyAll':
    '表示できるアカウントがインベントリにありません。インベントリは AWS Organizations (soa.aws) を読み取り、アカウントはカタログで閲覧できる人に表示されます。',
  'organisation.emptyFiltered':
    'フィルターに一致するアカウントや組織単位がありません。条件を緩めてください。',
};
