export const remedy = {
  'remedy.missing-workspace':
    '宣言されていますが、対応するワークスペースがありません。宣言したテンプレートをもう一度実行するとワークスペースが作成されます。不要な場合は catalog-info.yaml から配置を削除してください。ワークスペースがある場合は、soa- タグを付け、ポータルのトークンで読み取れるようにしてください。',
  'remedy.undeclared':
    'ワークスペースはありますが、どのコンポーネントも宣言していません。catalog-info.yaml の spec.placements に配置を追加するか、ワークスペースが作成したものを破棄してワークスペースを削除してください。',
  'remedy.drifted':
    'Terraform の外で変更されています。ワークスペースで内容を確認し、リポジトリの内容を適用し直してください。',
  'remedy.unknown':
    'ワークスペースを読み取れないか、最近読み取れていません。サービスに問題があるとは限りません。理由はポータルの運用者がログで確認できます。',
  'remedy.not-applied':
    'ワークスペースはありますが、まだ何も適用されていません。ロールアウトの結果を確認するか、新たに開始してください。',
  'remedy.no-baseline':
    'アカウントは有効ですが、{{component}} の配置がありません。ここではデプロイ用のロールを作成できません。アカウントのテンプレートでベースラインを追加してください (既存のアカウントはメールアドレスで見つかります)。他で管理している場合 (soa.access.exceptAccounts) は、そのままで構いません。',
  'remedy.no-owner':
    'アカウントに責任を持つ人がいません。AWS Organizations で所有者のタグを付けてください。タグは、soa.aws.tags に別の指定がなければ soa:owner です。',
  'remedy.no-environment':
    'このアカウントにはサービスを配置できません。AWS Organizations で環境のタグを付けてください。タグは、soa.aws.tags に別の指定がなければ soa:environment です。ログの保管など、何も稼働させない場合はそのままで構いません。',
  'remedy.toService': 'サービス {{name}}',
  'remedy.toWorkspace': 'ワークスペース {{name}}',
  'remedy.toRollouts': '{{name}} のロールアウト',
  'remedy.toTags': 'AWS Organizations のタグ',
  'remedy.repair': '{{name}} を修復',
  'remedy.add-environment': '{{name}} を環境で稼働',
  'remedy.aws-account': 'アカウントのテンプレート',
};
