export const plans = {
  'plan.title': '変更の内容',
  'plan.titlePast': 'プランの内容',
  'plan.changes': '+{{add}} ~{{change}} −{{destroy}}',
  'plan.inWords': '追加 {{add}} 件、変更 {{change}} 件、削除 {{destroy}} 件',
  'plan.import': 'インポート {{number}} 件',
  'plan.add': '件を追加',
  'plan.change': '件を変更',
  'plan.destroy': '件を削除',
  'plan.toImport': '件をインポート',
  'plan.ofPlacements_one': 'プラン済みの配置の内容です。',
  'plan.ofPlacements_other': 'プラン済みの配置 {{count}} 件の内容です。',
  'plan.unchanged_one': 'うち {{count}} 件は変更がありません。',
  'plan.unchanged_other': 'うち {{count}} 件は変更がありません。',
  'plan.planning':
    '配置 {{all}} 件中 {{planned}} 件のプランができました。すべてそろうまで何も適用されません。',
  'plan.notPlanned_one': '{{count}} 件の配置は事前にプランできませんでした',
  'plan.notPlanned_other': '{{count}} 件の配置は事前にプランできませんでした',
  'plan.losesData_one':
    '{{count}} 件の配置で、データを保持するリソースが失われます',
  'plan.losesData_other':
    '{{count}} 件の配置で、データを保持するリソースが失われます',
  'plan.because': '{{placement}}: {{reason}}',
  'plan.resources': '{{placement}}: {{resources}}',
  'plan.andMore': 'ほか {{number}} 件',
};
