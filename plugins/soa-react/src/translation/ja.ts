export default {
  'error.forbidden': '表示する権限がありません',
  'error.tryAgain': '再試行',
  'link.opensInNewTab': '(新しいタブで開きます)',
};
