export default {
  'placements.title': '環境とリージョン',
  'placements.globalTitle': '環境',
  'placements.global': '全世界（リージョンなし）',
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
  'placements.apart':
    '選択できないリージョンは、選択中のリージョンを提供するアカウントにありません。',
  'platform.title': '配置先',
  'platform.stage': '配置先 {{number}}',
  'platform.environment': '環境',
  'platform.chooseEnvironment': '環境を選択',
  'platform.accountOrUnit': 'アカウントまたは組織単位',
  'platform.wholeOrganization': 'すべてのアカウント',
  'platform.region': 'リージョン',
  'platform.regions': 'リージョン',
  'platform.add': '追加',
  'platform.remove': '削除',
  'platform.none': '表示できる有効なアカウントがありません。',
  'validation.choose': '環境とリージョンを選択してください。',
  'validation.chooseGlobal': '環境を選択してください。',
  'validation.unchecked': '選択内容を確認できませんでした: {{reason}}',
  'preview.failed': '選択内容を確認できませんでした',
  'preview.refused': 'そこには作成できません',
  'preview.title': '作成されるもの',
  'preview.placement':
    '{{environment}}、{{region}}: {{name}} ({{id}})、ワークスペース {{workspace}}',
  'owner.title': '所有者',
  'owner.placeholder': 'グループを選択',
  'owner.loading': 'グループを読み込んでいます',
  'owner.failed': 'グループを読み込めませんでした',
  'owner.none':
    'あなたのグループはこれを所有できません。{{owners}} のメンバーに作成を依頼してください。',
  'owner.refused':
    '{{owner}} はこれを所有できないか、あなたはそのメンバーではありません。別のグループを選んでください。',
  'owner.nobody':
    'これを所有できるグループがありません。設定の soa.platform.owners にグループを指定するよう、このポータルの管理者に依頼してください。',
  'account.title': 'アカウント',
  'account.placeholder': 'アカウントを選択',
  'account.none':
    '選択できるアカウントがありません。上の選択を変えるか、プラットフォームチームに依頼してください。',
  'account.hidden_one':
    '{{count}} 件のアカウントは、停止されているか、この所有者に開放されていないため選択できません。',
  'account.hidden_other':
    '{{count}} 件のアカウントは、停止されているか、この所有者に開放されていないため選択できません。',
  'region.title': 'リージョン',
  'region.placeholder': 'リージョンを選択',
  'region.none':
    '選択できるリージョンがありません。上の選択を変えるか、プラットフォームチームに依頼してください。',
  'region.notChosen':
    '{{region}} は、前に選択したリージョンに含まれていません。その中から選択してください。',
  'workspace.title': 'ワークスペース',
  'workspace.placeholder': 'ワークスペースを選択',
  'workspace.loading': 'ワークスペースを読み込んでいます',
  'workspace.failed': 'ワークスペースを読み込めませんでした',
  'workspace.none': '表示できるワークスペースがここにはありません。',
  'service.title': '配置',
  'service.placeholder': '選択してください',
  'service.choose': '先にサービスを選択してください。',
  'service.loading': 'サービスの配置先を読み込んでいます',
  'service.failed': 'サービスの配置先を読み込めませんでした',
  'service.none':
    '{{component}} はどこにも配置されていないか、表示する権限がありません。別のサービスを選択してください。',
  'service.placement':
    '{{environment}}、{{region}}: {{name}} ({{id}})、ワークスペース {{workspace}}',
  'service.reached_one': '{{count}} 件の配置先にロールアウトします',
  'service.reached_other': '{{count}} 件の配置先にロールアウトします',
  'review.title': '作成前の確認',
  'review.loading': '作成されるものを確認しています',
  'review.incomplete': '前のページを入力すると、作成されるものが表示されます。',
  'review.workspaces_one': '{{count}} 個のワークスペースが作成されます',
  'review.workspaces_other': '{{count}} 個のワークスペースが作成されます',
  'review.costs': '費用のかかる選択',
  'review.choice': '{{title}}。',
  'review.amount': '{{title}}: {{amount}}。',
  'review.amountOfTotal': '{{title}}: 各配置に {{amount}}、合計 {{total}}。',
  'review.total_one': '{{title}}: {{count}} 個の配置。',
  'review.total_other': '{{title}}: {{count}} 個の配置。',
  'confirmation.title': '確認のためのサービス名',
  'confirmation.refused': 'サービスの名前 {{name}} を入力してください。',
  'destruction.placements_one': '{{count}} 件の配置先が破棄されます',
  'destruction.placements_other': '{{count}} 件の配置先が破棄されます',
  'destruction.forGood': '元に戻すことはできません',
  'destruction.data':
    'これらの配置先でサービスが AWS に持つものは、データベース、バケット、キュー、ログなどのデータを含めてすべて破棄されます。',
  'destruction.afterwards':
    'その後、HCP Terraform のワークスペースとデプロイ用ロールが削除され、ネットワーク範囲とロックが解放され、カタログから登録が解除されます。',
  'destruction.approval':
    '本番環境でデータを持つものは、別の承認を得てから破棄されます。',
  'destruction.kept':
    'リポジトリは残ります。カタログのほかのコンポーネントが利用している間は、何も破棄されません。',
  'choice.search': '検索',
  'choice.gone':
    '{{value}} は選択できなくなりました。別のものを選んでください。',
};
