export const differences = {
  'differences.loading': '差異を調べています',
  'differences.failed': '差異を調べられませんでした',
  'differences.label': '宣言と実際の差異',
  'differences.counts_one': '差異 {{count}} 件',
  'differences.counts_other': '差異 {{count}} 件',
  'differences.kind': '差異',
  'differences.service': 'サービスまたはアカウント',
  'differences.where': '場所',
  'differences.remedy': '対処',
  'differences.links': '対処する場所',
  'differences.no-baseline': 'ベースラインなし',
  'differences.no-owner': '所有者なし',
  'differences.no-environment': '環境なし',
  'differences.none': '差異はありません',
  'differences.noneAtAll':
    '表示できるコンポーネントの宣言はすべて実際と一致し、すべてのアカウントに用途が示されています。',
  'differences.noneFiltered':
    'フィルターに一致する差異がありません。条件を緩めてください。',
  'differences.baselineUnseen':
    'どのアカウントにベースラインがないかは不明です。{{component}} の配置が見えません。存在しないか、表示する権限がないか、soa.access.component が別のコンポーネントを指しています。',
};
