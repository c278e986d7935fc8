import { estate } from './ja/estate';
import { search } from './ja/search';

export default {
  ...estate,
  ...search,
  'placements.loading': '配置を読み込んでいます',
  'placements.failed': '配置を読み込めませんでした',
  'placements.whereItRuns': '稼働場所',
  'placements.whatRunsHere': 'ここで稼働するもの',
  'placements.shown': '{{all}} 件中 {{first}}～{{last}} 件',
  'matrix.byAccount': 'アカウント別のサービス',
  'matrix.byRegion': 'リージョン別のサービス',
  'matrix.counts': '{{services}}、{{placements}}',
  'matrix.services_one': 'サービス {{count}} 件',
  'matrix.services_other': 'サービス {{count}} 件',
  'matrix.placements_one': '配置 {{count}} 件',
  'matrix.placements_other': '配置 {{count}} 件',
  'filter.service': 'サービス',
  'filter.partOfName': '名前の一部',
  'filter.environment': '環境',
  'filter.runtime': 'ランタイム',
  'filter.region': 'リージョン',
  'filter.columns': '列',
  'filter.accounts': 'アカウント',
  'filter.regions': 'リージョン',
  'empty.title': 'ここでは何も稼働していません',
  'empty.account':
    '表示できるコンポーネントのうち、ここに配置されているものはありません。',
  'empty.component': 'spec.placements が空です。',
  'empty.unknown':
    'このリソースにはアノテーション {{annotation}} がありません。アカウント ID を指定して追加してください。',
  'empty.filtered':
    'フィルターに一致する配置がありません。条件を緩めてください。',
  'empty.organisation':
    'spec.placements を持つコンポーネントはまだありません。サービスを作成するか、catalog-info.yaml に placements を追加してください。',
  'column.service': 'サービス',
  'column.environment': '環境',
  'column.account': 'アカウント',
  'column.region': 'リージョン',
  'column.workspace': 'ワークスペース',
  'column.run': '最後の実行',
  'column.state': '状態',
  'state.in-sync': '一致',
  'state.missing-workspace': 'ワークスペースなし',
  'state.undeclared': '未宣言',
  'state.drifted': 'ドリフトあり',
  'state.unknown': '不明',
};
