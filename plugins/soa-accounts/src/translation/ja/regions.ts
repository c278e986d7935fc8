export const regions = {
  'regions.label': 'リージョンごとの稼働状況',
  'regions.counts_one': 'リージョン {{count}} 件',
  'regions.counts_other': 'リージョン {{count}} 件',
  'regions.services': 'サービス',
  'regions.placements': '配置',
  'regions.environments': '環境別',
  'regions.runtimes': 'ランタイム別',
  'regions.lost': '障害時に失われるもの',
  'regions.kept': '他で稼働し続けるもの',
  'regions.lostIf': '{{region}} に障害が起きると失われるもの: {{lost}}',
  'regions.keptIf': '{{region}} に障害が起きても他で稼働し続けるもの: {{kept}}',
  'regions.global':
    'リージョンに属しません。グローバルなものは、どのリージョンの障害でも失われません。',
  'regions.choose':
    'リージョンを選ぶと、そこでしか稼働していないサービスが環境ごとに表示されます。ワークスペースがない配置や、何も適用されていない配置は稼働しておらず、サービスを救いません。',
  'regions.show': '表示',
  'regions.showLost': '失われるもの',
  'regions.showKept': '稼働し続けるもの',
  'regions.elsewhere': '稼働し続ける場所',
  'regions.ownersFailed': '所有者を読み込めませんでした',
  'regions.nothingLost': '失われるものはありません',
  'regions.nothingLostHere':
    '{{region}} で稼働し、フィルターに一致するサービスは、すべて同じ環境の別のリージョンでも稼働しています。',
  'regions.nothingKept': '稼働し続けるものはありません',
  'regions.nothingKeptHere':
    '{{region}} で稼働し、フィルターに一致するサービスに、同じ環境の別のリージョンへの配置はありません。',
  'regions.notThere':
    'フィルターに一致するもので {{region}} で稼働しているものはありません。',
};
