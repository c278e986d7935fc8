export default {
  'error.forbidden': '表示する権限がありません',
  'error.tryAgain': '再試行',
  'filter.label': 'フィルター',
  'filter.any': 'すべて',
  'paging.newest': '最新',
  'paging.older': '以前のもの',
  'csv.download': 'CSV をダウンロード',
  'link.opensInNewTab': '(新しいタブで開きます)',
  'link.console': 'AWS コンソール',
};
