export const accountState = {
  'accountState.PENDING_ACTIVATION': '有効化中',
  'accountState.ACTIVE': '有効',
  'accountState.SUSPENDED': '停止',
  'accountState.PENDING_CLOSURE': '閉鎖手続き中',
  'accountState.CLOSED': '閉鎖済み',
};
