export const accountState = {
  PENDING_ACTIVATION: 'Being activated',
  ACTIVE: 'Active',
  SUSPENDED: 'Suspended',
  PENDING_CLOSURE: 'Being closed',
  CLOSED: 'Closed',
} as const;
