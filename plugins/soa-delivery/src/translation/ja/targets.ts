export const targets = {
  'targets.title': '配置',
  'targets.shown': '{{all}} 件中 {{first}} – {{last}} 件',
  'targets.empty.title': '一致する配置はありません',
  'targets.empty.description': 'フィルターを外すと、ほかの配置が表示されます。',
  'targets.counted': '{{state}} ({{number}})',
  'targets.purposeRun': '{{purpose}}: {{run}}',
  'targets.losesData_one': 'データを保持するリソース {{count}} 件を破棄します',
  'targets.losesData_other':
    'データを保持するリソース {{count}} 件を破棄します',
  'targets.planError': 'プランなし: {{reason}}',
  'targets.undoPlan': 'ロールバックのプラン:',
  'failures.title_one': '{{count}} 件の配置が失敗しました',
  'failures.title_other': '{{count}} 件の配置が失敗しました',
  'log.show': 'ログ',
  'log.showOf': '{{placement}} のログ',
  'log.title': '{{placement}} のログ',
  'log.loading': 'ログを読み込んでいます',
  'log.failed': 'ログを読み込めませんでした',
  'log.plan': '{{run}} のプランの出力',
  'log.apply': '{{run}} の適用の出力',
  'log.truncated':
    '長いログの末尾を表示しています。全体は実行のページにあります。',
  'log.empty': 'Terraform はまだ何も出力していません。',
  'log.copy': 'コピー',
  'log.copied': 'コピーしました',
  'log.notCopied':
    'コピーできませんでした。テキストを選択してコピーしてください',
  'log.open': 'HCP Terraform で実行を開く',
  'waits.wave': '前のウェーブが通過するのを待っています。',
  'waits.approval': 'ステージの承認を待っています。',
  'waits.destroy-approval':
    '人の判断を待っています。データを保持するリソースが失われることを、誰かが承認する必要があります。',
  'waits.plans': 'すべての配置のプランを待っています。',
  'waits.rollout':
    'このワークスペースで先に始まったロールアウトの終了を待っています。',
  'waits.slot':
    '進行中のどれかが終わるのを待っています。これ以上は同時に実行できません。',
  'waits.pause': 'ロールアウトの再開を待っています。',
  'waits.turn':
    '実行 {{run}} は順番を待っています。このワークスペースの先の実行を承認または破棄する必要があるかもしれません。',
  'waits.policy-override':
    '実行 {{run}} は人の判断を待っています。満たしていないポリシーをオーバーライドするか、実行を破棄してください。',
  'waits.decision':
    '実行 {{run}} は人の判断を待っています。満たしていないチェックを越えて続けるかを決めるか、実行を破棄してください。',
  'waits.access':
    'デプロイ権限を待っています。実行が引き受けるロールはこれから作成されます。',
  'waits.accessRun':
    'デプロイ権限を待っています。{{run}} が、実行が引き受けるロールを作成しています。',
  'waits.lock': 'アカウントを単独で使えるまで待っています。',
  'waits.access-approval':
    'デプロイ権限を待っています。実行が引き受けるロールを作成する {{run}} を、プラットフォームチームが承認する必要があります。',
  'queue.title': 'アカウントを単独で使えるようになると始まります',
  'queue.waits':
    'アカウント {{account}} を待っています。前に {{ahead}} 件あります。',
  'queue.next': 'アカウント {{account}} を待っています。次の順番です。',
  'queue.holder': '現在は {{component}} がアカウントを使用しています。',
  'queue.hiddenHolder':
    '現在は、閲覧できないものがアカウントを使用しています。',
  'targetGroup.failed': '失敗',
  'targetGroup.person': '対応待ち',
  'targetGroup.active': '進行中',
  'targetGroup.waiting': '待機中',
  'targetGroup.ended': '未完了',
  'targetGroup.rolled-back': 'ロールバック済み',
  'targetGroup.done': '完了',
  'runPurpose.plan': 'プラン',
  'runPurpose.apply': '適用',
  'runPurpose.roll-back': 'ロールバック',
  'runPurpose.destroy': '破棄',
  'targetState.waiting': '待機中',
  'targetState.uploading': 'アップロード中',
  'targetState.planning': 'プラン中',
  'targetState.confirming': '承認処理中',
  'targetState.applying': '適用中',
  'targetState.applied': '適用済み',
  'targetState.failed': '失敗',
  'targetState.canceled': 'キャンセル済み',
  'targetState.skipped': '未着手',
  'targetState.rolling-back': 'ロールバック中',
  'targetState.rolled-back': 'ロールバック済み',
  'targetState.destroying': '破棄中',
  'targetState.destroyed': '破棄済み',
};
