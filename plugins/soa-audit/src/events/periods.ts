const HOUR_MS = 3_600_000;

/** Stretches of time that end now, by what stands for them in the URL. */
export const PERIODS = [
  { value: '1h', name: 'hour', milliseconds: HOUR_MS },
  { value: '24h', name: 'day', milliseconds: 24 * HOUR_MS },
  { value: '7d', name: 'week', milliseconds: 7 * 24 * HOUR_MS },
  { value: '14d', name: 'fortnight', milliseconds: 14 * 24 * HOUR_MS },
  { value: '90d', name: 'quarter', milliseconds: 90 * 24 * HOUR_MS },
] as const;
